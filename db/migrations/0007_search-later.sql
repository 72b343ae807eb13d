-- Articles that an import brought and whose words are to be found a little later: db/search-later.ts tells why.
CREATE TABLE search_later (article_id integer PRIMARY KEY NOT NULL);
