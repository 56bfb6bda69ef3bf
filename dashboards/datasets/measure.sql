-- What each measure means.
select measure_id, version, title, question, numerator, denominator, unit, direction
from mart.measure
order by measure_id collate "C"
