export const noAnswer = "The desk did not answer. What you typed is still here: please try again.";
