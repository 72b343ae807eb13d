/** How many entries a page of a list holds. */
export const ARTICLES_ON_A_PAGE = 20;
export const ARCHIVE_ON_A_PAGE = 100;
export const RESULTS_ON_A_PAGE = 10;
