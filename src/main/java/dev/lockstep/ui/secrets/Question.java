package dev.lockstep.ui.secrets;

/** What the user is asked in a panel over the window before something is done. */
sealed interface Question {
    /**
     * A yes or no.
     *
     * @param verb what the button does
     * @param loss whether something is lost for good; then its button is not the default one
     */
    record Confirm(String title, String text, String verb, boolean loss, Runnable yes) implements Question {}

    record Tags(TagsViewModel form) implements Question {}

    record Move(MoveViewModel form) implements Question {}

    record Collection(CollectionViewModel form) implements Question {}
}
