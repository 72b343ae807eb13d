INSERT INTO `spam_word` (`word`, `spam`, `wanted`)
SELECT ' ', sum(`spam`), sum(`wanted`) FROM `spam_word` WHERE `word` <> '' HAVING count(*) > 0;
