package dev.lockstep.ui.keys;

import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.credentials.NewCode;
import dev.lockstep.ui.kit.credentials.NewPassword;
import dev.lockstep.ui.kit.credentials.UnlockCost;
import dev.lockstep.vault.OpenVault;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the forms, and finds out what a password should cost on this computer once one is asked for. */
final class Forms {
    private final KeysViewModel.Surroundings around;
    private @Nullable UnlockCost cost;

    Forms(KeysViewModel.Surroundings around) {
        this.around = around;
    }

    /** An empty form, which has the proof from now on. */
    Form make(Task task, Proof proof) {
        boolean asksPassword = task.asksPassword(proof.present().isPresent());
        if (asksPassword) {
            measured();
        }
        return Form.of(
                task,
                proof,
                asksPassword ? Optional.of(new NewPassword(around.background(), around.random())) : Optional.empty(),
                task.asksKeyFile() ? Optional.of(newKeyFile()) : Optional.empty(),
                task.asksCode() ? Optional.of(newCode()) : Optional.empty());
    }

    /** Hands over what the slot for a form should cost at least, maybe later. */
    void withCost(Form form, Consumer<KdfParameters> then) {
        if (form.password().isPresent()) {
            measured().whenKnown(then);
        } else {
            then.accept(KdfParameters.DEFAULT);
        }
    }

    private UnlockCost measured() {
        UnlockCost known = cost;
        if (known == null) {
            known = new UnlockCost(around.cost(), around.background());
            cost = known;
        }
        return known;
    }

    private NewKeyFile newKeyFile() {
        return new NewKeyFile(
                around.vaults(), around.background(), around.vault().file());
    }

    private NewCode newCode() {
        OpenVault vault = around.vault();
        return new NewCode(
                around.background(),
                vault.keys().newRecoveryCode(),
                () -> new NewCode.Whose(vault.file(), vault.name(), LocalDate.now(around.clock())));
    }
}
