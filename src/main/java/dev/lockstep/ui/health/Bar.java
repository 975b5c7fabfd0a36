package dev.lockstep.ui.health;

/**
 * One bar of a picture.
 *
 * @param label what stands below it, one or two lines
 * @param spoken the same and the figures, as a sentence
 * @param all how high it is
 * @param part how much of that is of another colour, from below
 * @param alarming whether all of it is something to worry about
 * @param shown what the list shows once it is pressed
 */
record Bar(String label, String spoken, int all, int part, boolean alarming, Shown shown) {}
