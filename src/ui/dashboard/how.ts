/** The page that shows what Sayso does and how to begin: the next step where there is nothing yet. */
export const HOW = '../welcome/welcome.html';
