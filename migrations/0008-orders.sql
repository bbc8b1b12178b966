-- Claims in the order of publication are read article by article: an index of the articles is enough, and costs a hundredth of one of claims.
CREATE INDEX articles_newest ON articles (ifnull(published_at, '') DESC, seq);
CREATE INDEX articles_oldest ON articles (ifnull(published_at, char(1114111)), seq);
DROP INDEX claims_by_published;

-- Figures by number and by the day they hold for, dates by their day: either way, those without one last.
CREATE INDEX figures_by_number ON claims (section, rejected, ifnull(low, 9e999), id) WHERE type = 'figure';
CREATE INDEX figures_by_number_down ON claims (section, rejected, ifnull(low, -9e999) DESC, id DESC) WHERE type = 'figure';
CREATE INDEX figures_by_day ON claims (section, rejected, ifnull(from_day, char(1114111)), id) WHERE type = 'figure';
CREATE INDEX figures_by_day_down ON claims (section, rejected, ifnull(from_day, '') DESC, id DESC) WHERE type = 'figure';
CREATE INDEX dates_by_day ON claims (section, rejected, ifnull(from_day, char(1114111)), id) WHERE type = 'date';
CREATE INDEX dates_by_day_down ON claims (section, rejected, ifnull(from_day, '') DESC, id DESC) WHERE type = 'date';
