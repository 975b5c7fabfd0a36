package dev.lockstep.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Counts what a recipe can make. */
final class Entropy {
    private Entropy() {}

    static double bits(Recipe recipe) {
        return switch (recipe) {
            case Recipe.RandomCharacters random -> log2(count(random));
            case Recipe.UrlSafe text -> 6.0 * text.length();
            case Recipe.Hex hex -> 8.0 * hex.bytes();
            case Recipe.Base64Url base64 -> 8.0 * base64.bytes();
            case Recipe.Uuid uuid -> 122;
            case Recipe.Words words -> words.count() * log2(BigInteger.valueOf(WordList.SIZE));
            case Recipe.Prefixed prefixed -> bits(prefixed.of());
        };
    }

    /** The texts in which every class occurs: all texts, less those that lack a class, by inclusion and exclusion. */
    private static BigInteger count(Recipe.RandomCharacters recipe) {
        List<Integer> sizes = new ArrayList<>();
        for (CharacterClass chosen : recipe.classes()) {
            sizes.add(chosen.characters(recipe.avoidLookAlikes()).length());
        }
        BigInteger count = BigInteger.ZERO;
        for (int kept = 1; kept < 1 << sizes.size(); kept++) {
            int alphabet = 0;
            for (int i = 0; i < sizes.size(); i++) {
                alphabet += ((kept >>> i) & 1) * sizes.get(i);
            }
            BigInteger texts = BigInteger.valueOf(alphabet).pow(recipe.length());
            boolean odd = (sizes.size() - Integer.bitCount(kept)) % 2 == 1;
            count = odd ? count.subtract(texts) : count.add(texts);
        }
        return count;
    }

    private static double log2(BigInteger count) {
        int shift = Math.max(0, count.bitLength() - 1000);
        return shift + Math.log(count.shiftRight(shift).doubleValue()) / Math.log(2);
    }
}
