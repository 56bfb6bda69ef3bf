"""Makes the synthetic input files beside it: formats, sentinels and dirt of the real ones, every value invented.

    python3 e2e/sample/make_sample.py           writes the files
    python3 e2e/sample/make_sample.py --check   fails unless the committed files are what it makes

Only random() of the standard generator is used: it is the one method whose sequence Python promises to keep.
"""

import csv
import io
import math
import random
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import texts

FOLDER = Path(__file__).resolve().parent
SEED = 20251206


class Dice:
    """Seeded choices built on random() alone."""

    def __init__(self, seed):
        self._source = random.Random(seed)

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self._source.random() * (high - low + 1))

    def chance(self, share):
        return self._source.random() < share

    def pick(self, items):
        return items[self.whole(0, len(items) - 1)]

    def shuffled(self, items):
        left = list(items)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(len(left))]

    def normal(self, mean, sd):
        first, second = 1.0 - self._source.random(), self._source.random()
        return mean + sd * math.sqrt(-2.0 * math.log(first)) * math.cos(2.0 * math.pi * second)


# ---------------------------------------------------------------------------------------------------------- CSV text


def cell(value, always_quoted=False):
    text = str(value)
    if always_quoted or any(mark in text for mark in ',"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def line(values, quoted_columns=()):
    return ",".join(cell(value, index in quoted_columns) for index, value in enumerate(values)) + "\n"


def quoted_header(columns):
    return line(columns, range(len(columns)))


# --------------------------------------------------------------------------------------------------------- hospitals


@dataclass(frozen=True)
class State:
    code: str
    ccn: str
    fips: str
    zip_prefix: str
    area_code: str
    hospitals: int


STATES = (
    State("AL", "01", "01", "368", "205", 13),
    State("CA", "05", "06", "935", "559", 24),
    State("FL", "10", "12", "338", "352", 18),
    State("KS", "17", "20", "675", "785", 11),
    State("ME", "20", "23", "044", "207", 8),
    State("OH", "36", "39", "448", "330", 36),
    State("PA", "39", "42", "178", "717", 14),
    State("TX", "45", "48", "797", "432", 30),
    State("VT", "47", "50", "058", "802", 5),
    State("WY", "53", "56", "825", "307", 3),
)

ACUTE, CRITICAL_ACCESS, PSYCHIATRIC, CHILDRENS = (
    "Acute Care Hospitals",
    "Critical Access Hospitals",
    "Psychiatric",
    "Childrens",
)
VETERANS, DEFENSE = "Acute Care - Veterans Administration", "Acute Care - Department of Defense"
NOT_AVAILABLE = "Not Available"
FIRST_NUMBER = {ACUTE: 951, CRITICAL_ACCESS: 1290, PSYCHIATRIC: 4480, CHILDRENS: 3390}

OWNERSHIPS = (
    [("Voluntary non-profit - Private", 67)]
    + [("Proprietary", 35)]
    + [("Government - Hospital District or Authority", 18)]
    + [("Government - Local", 14)]
    + [("Voluntary non-profit - Other", 12)]
    + [("Voluntary non-profit - Church", 8)]
    + [("Government - State", 4)]
    + [("Physician", 3)]
    + [("Tribal", 1)]
)


@dataclass(frozen=True)
class Hospital:
    facility_id: str
    name: str
    address: str
    city: str
    state: State
    zip_code: str
    county: str
    phone: str
    kind: str
    ownership: str
    emergency: str
    rating: str
    footnote: str
    beds: int
    quality: float = 0.0
    group_counts: tuple = field(default=())

    def place(self):
        return (self.name, self.address, self.city, self.state.code, self.zip_code, self.county)


def for_profit(hospital):
    return hospital.ownership in ("Proprietary", "Physician")


def beds_of(dice, kind):
    if kind == CRITICAL_ACCESS:
        return dice.whole(9, 25)
    if kind == ACUTE:
        return max(26, min(900, round(math.exp(dice.normal(math.log(170), 0.85)))))
    return dice.whole(30, 140)


def expected_recommend(hospital):
    """Percent, in the shape seen in practice: small and very large hospitals do better, for-profit ones worse."""
    size = math.log(max(30, hospital.beds)) - 4.7
    owner = -4.9 if for_profit(hospital) else -0.7 if hospital.ownership.startswith("Government") else 0.0
    return 68.3 - 3.0 * size + 2.0 * size * size + owner + hospital.quality


def place_names(dice):
    return dice.shuffled([start + end for start in texts.PLACE_STARTS for end in texts.PLACE_ENDS])


def kinds_of_state(state):
    critical = max(1, state.hospitals // 5)
    others = ([PSYCHIATRIC] if state.hospitals > 7 else []) + ([PSYCHIATRIC] if state.hospitals > 20 else [])
    others += [CHILDRENS] if state.hospitals > 12 else []
    return [ACUTE] * (state.hospitals - critical - len(others)) + [CRITICAL_ACCESS] * critical + others


def group_counts(dice, rated):
    """The measure counts that fill the rest of a row; the program does not read them."""
    if not rated:
        return tuple(sum((([NOT_AVAILABLE] * width) + ["19"] for width in (5, 5, 5, 2, 2)), []))
    counts = []
    for total, width in ((7, 5), (8, 5), (11, 5), (8, 2), (12, 2)):
        counted = dice.whole(total // 2, total)
        better = dice.whole(0, min(2, counted))
        spread = [total, counted] + ([better, counted - better, 0] if width == 5 else [])
        counts += spread + [""]
    return tuple(counts)


def rating_of(dice, kind, quality):
    if kind in (PSYCHIATRIC, CHILDRENS):
        return NOT_AVAILABLE, "19"
    if kind == CRITICAL_ACCESS and dice.chance(0.75):
        return NOT_AVAILABLE, "16"
    if dice.chance(0.05):
        return NOT_AVAILABLE, dice.pick(("5", "16"))
    stars = max(1, min(5, round(3.1 + quality / 7 + dice.normal(0, 0.8))))
    return str(stars), dice.pick(("17", "23")) if dice.chance(0.05) else ""


def hospitals_of_2022(dice):
    ownerships = dice.shuffled([name for name, share in OWNERSHIPS for _ in range(share)])
    places = place_names(dice)
    hospitals = []
    for state in STATES:
        numbers = dict(FIRST_NUMBER)
        for position, kind in enumerate(kinds_of_state(state)):
            place = places.pop()
            quality = dice.normal(0, 7.0)
            rating, footnote = rating_of(dice, kind, quality)
            hospitals.append(
                Hospital(
                    facility_id=f"{state.ccn}{numbers[kind]:04d}",
                    name=f"{place} {dice.pick(texts.HOSPITAL_KINDS)}",
                    address=f"{dice.whole(2, 89) * 10} {dice.pick(texts.STREETS)} {dice.pick(texts.STREET_KINDS)}",
                    city=place,
                    state=state,
                    zip_code=f"{state.zip_prefix}{position:02d}",
                    county=dice.pick(texts.PLACE_STARTS),
                    phone=f"({state.area_code}) 555-01{position:02d}",
                    kind=kind,
                    ownership=ownerships.pop() if kind != CRITICAL_ACCESS or dice.chance(0.4) else take_public(ownerships),
                    emergency="No" if kind == PSYCHIATRIC else "Yes",
                    rating=rating,
                    footnote=footnote,
                    beds=beds_of(dice, kind),
                    quality=quality,
                    group_counts=group_counts(dice, kind not in (PSYCHIATRIC, CHILDRENS)),
                )
            )
            numbers[kind] += 1
    return with_special_names(hospitals)


def take_public(ownerships):
    """Small rural hospitals are rarely for-profit."""
    for index, ownership in enumerate(ownerships):
        if ownership.startswith("Government"):
            return ownerships.pop(index)
    return ownerships.pop()


def with_special_names(hospitals):
    """Names that are not unique, hold a comma or punctuation: names never identify a hospital."""
    special = {
        3: "OLD ORCHARD MEMORIAL HOSPITAL",
        40: "OLD ORCHARD MEMORIAL HOSPITAL",
        90: "OLD ORCHARD MEMORIAL HOSPITAL",
        12: "SORRELBROOK HOSPITAL, THE",
        60: "ST. OLWEN'S MEDICAL CENTER",
        100: "PELLAM - HARRIET QUAY HOSPITAL",
    }
    return [replace(h, name=special.get(index, h.name)) for index, h in enumerate(hospitals)]


# ----------------------------------------------------------------------------------------- what happens until 2024

CLOSED = (5, 22, 47, 70, 88, 111, 130, 149)
RENAMED = (2, 9, 17, 30, 36, 52, 58, 66, 79, 84, 97, 105, 118, 126, 139)
NEW_OWNER = (9, 14, 33, 52, 63, 77, 92, 108, 121, 143)
NEW_PHONE = (19, 55, 99)
NEW_RATING = (7, 25, 41, 73, 95, 104, 133)


def hospitals_of_2024(dice, before):
    after = []
    for index, hospital in enumerate(before):
        if index in CLOSED:
            continue
        after.append(changed(dice, index, hospital))
    return sorted(after + new_hospitals(dice), key=lambda h: h.facility_id)


def changed(dice, index, hospital):
    if index in RENAMED:
        hospital = replace(hospital, name=f"{dice.pick(('UNITY', 'NORTHLIGHT', 'CLEARWELL'))} HEALTH {hospital.city}")
    if index in NEW_OWNER:
        sold = "Voluntary non-profit - Private" if for_profit(hospital) else "Proprietary"
        hospital = replace(hospital, ownership=sold)
    if index in NEW_PHONE:
        hospital = replace(hospital, phone=hospital.phone[:-2] + f"{60 + index % 10}")
    if index in NEW_RATING:
        if hospital.rating == NOT_AVAILABLE:
            return replace(hospital, rating="3", footnote="")
        return replace(hospital, rating="2" if hospital.rating == "4" else "4", footnote="")
    return hospital


def new_hospitals(dice):
    """Ten that the 2022 file does not list: veterans' hospitals, which the registry had left out, and new ones."""
    by_code = {state.code: state for state in STATES}
    rows = (
        ("AL", "01091F", VETERANS, "Veterans Health Administration", "22", 118),
        ("CA", "05091F", VETERANS, "Veterans Health Administration", "22", 210),
        ("OH", "36091F", VETERANS, "Veterans Health Administration", "22", 305),
        ("TX", "45091F", VETERANS, "Veterans Health Administration", "22", 164),
        ("TX", "45099F", DEFENSE, "Department of Defense", "22", 92),
        ("KS", "174499", NOT_AVAILABLE, NOT_AVAILABLE, "19", 20),
        ("OH", "360991", ACUTE, "Proprietary", "16, 23", 61),
        ("FL", "100992", ACUTE, "Proprietary", "16", 48),
        ("TX", "450993", ACUTE, "Physician", "5", 34),
        ("PA", "390994", ACUTE, "Voluntary non-profit - Private", "16", 77),
    )
    hospitals = []
    for position, (code, facility_id, kind, ownership, footnote, beds) in enumerate(rows):
        state = by_code[code]
        place = f"NEW {texts.PLACE_STARTS[position * 2]}{texts.PLACE_ENDS[position % 7]}"
        label = {VETERANS: "VA MEDICAL CENTER", DEFENSE: "BASE HOSPITAL"}.get(kind, "HOSPITAL, LLC")
        hospitals.append(
            Hospital(
                facility_id=facility_id,
                name=f"{place} {label}",
                address=f"{position + 1} {dice.pick(texts.STREETS)} PLAZA",
                city=place,
                state=state,
                zip_code=f"{state.zip_prefix}{80 + position}",
                county=dice.pick(texts.PLACE_STARTS),
                phone=f"({state.area_code}) 555-01{80 + position}",
                kind=kind,
                ownership=ownership,
                emergency="Yes",
                rating=NOT_AVAILABLE,
                footnote=footnote,
                beds=beds,
                quality=dice.normal(4, 5),
                group_counts=group_counts(dice, False),
            )
        )
    return hospitals


# --------------------------------------------------------------------------------------------------------- registry

GROUP_COLUMNS = (
    ["MORT Group Measure Count", "Count of Facility MORT Measures", "Count of MORT Measures Better"]
    + ["Count of MORT Measures No Different", "Count of MORT Measures Worse", "MORT Group Footnote"]
    + ["Safety Group Measure Count", "Count of Facility Safety Measures", "Count of Safety Measures Better"]
    + ["Count of Safety Measures No Different", "Count of Safety Measures Worse", "Safety Group Footnote"]
    + ["READM Group Measure Count", "Count of Facility READM Measures", "Count of READM Measures Better"]
    + ["Count of READM Measures No Different", "Count of READM Measures Worse", "READM Group Footnote"]
    + ["Pt Exp Group Measure Count", "Count of Facility Pt Exp Measures", "Pt Exp Group Footnote"]
    + ["TE Group Measure Count", "Count of Facility TE Measures", "TE Group Footnote"]
)
IDENTITY = ["Facility ID", "Facility Name", "Address"]
RECORDS = "Meets criteria for promoting interoperability of EHRs"
BIRTHING = "Meets criteria for birthing friendly designation"
RATING = ["Hospital overall rating", "Hospital overall rating footnote"]


def registry_2022(hospitals):
    header = IDENTITY + ["City", "State", "ZIP Code", "County Name", "Phone Number", "Hospital Type"]
    header += ["Hospital Ownership", "Emergency Services", RECORDS] + RATING + GROUP_COLUMNS
    return quoted_header(header) + "".join(registry_line(h, ["Y"]) for h in hospitals)


def registry_2024(hospitals):
    header = IDENTITY + ["City/Town", "State", "ZIP Code", "County/Parish", "Telephone Number", "Hospital Type"]
    header += ["Hospital Ownership", "Emergency Services", RECORDS, BIRTHING] + RATING + GROUP_COLUMNS
    lines = [registry_line(h, ["Y", "" if h.kind == PSYCHIATRIC else "Y"]) for h in hospitals]
    duplicate = next(h for h in hospitals if h.facility_id == "360955")
    lines.insert(100, registry_line(replace(duplicate, name="SECOND ENTRY OF " + duplicate.name), ["Y", ""]))
    return quoted_header(header) + "".join(lines)


def registry_line(h, flags):
    values = [h.facility_id, *h.place(), h.phone, h.kind, h.ownership, h.emergency, *flags, h.rating, h.footnote]
    return line(values + list(h.group_counts))


# --------------------------------------------------------------------------------------------------------- outcomes


def surveyed(hospitals):
    return [h for h in hospitals if h.kind in (ACUTE, CRITICAL_ACCESS, VETERANS)]


def percent(value):
    return max(20, min(99, round(value)))


def hcahps(dice, hospitals):
    """Sorted by the percent, as the real extract is; names always quoted."""
    chosen = dice.shuffled(surveyed(hospitals))[:116]
    rows = []
    for h in chosen:
        n = max(101, round(math.exp(3.443 + 0.546 * math.log(h.beds) + dice.normal(0, 0.5))))
        rows.append([h.facility_id, h.name, h.state.code, max(1, min(5, round((expected_recommend(h) - 50) / 8)))]
                    + [percent(expected_recommend(h) + dice.normal(0, 2)), n])
    rows.sort(key=lambda row: (row[4], row[0]))
    for index, row in enumerate(rows):
        row[4] = f"{row[4]:.2f}"
        row.append(1 + index * 5 // len(rows))
    for index, n in ((20, 64), (48, 88), (77, 99)):
        rows[index][5] = n
    for index in (33, 71):
        rows[index][4:6] = [NOT_AVAILABLE, NOT_AVAILABLE]
    rows[15][0] = "10951"
    rows[60][4] = "abc"
    lines = [line(row, (1,)) for row in rows]
    lines[52] = line(rows[52][:4], (1,))
    header = ["facility_id", "facility_name", "state", "rating", "recommend_percent", "completed_surveys"]
    return line(header + ["recommend_quintile"]) + "".join(lines)


# Floor, threshold and benchmark of each survey dimension; invented, near what such programmes use.
DIMENSIONS = (
    ("Communication With Nurses", 52.10, 79.10, 87.30, 9.0),
    ("Communication With Doctors", 61.20, 79.60, 87.70, 9.5),
    ("Responsiveness Of Hospital Staff", 41.00, 65.20, 80.90, -5.0),
    ("Care Transition", 25.10, 51.50, 63.20, -18.0),
    ("Communication About Medicines", 39.20, 62.80, 73.60, -6.0),
    ("Cleanliness And Quietness Of Hospital Environment", 45.30, 65.10, 79.20, -3.0),
    ("Discharge Information", 66.10, 87.00, 91.90, 17.5),
    ("Overall Rating Of Hospital", 36.90, 71.20, 85.10, 2.0),
)


def achievement(rate, threshold, benchmark):
    if rate >= benchmark:
        return 10
    return 0 if rate < threshold else max(1, round(9 * (rate - threshold) / (benchmark - threshold) + 0.5))


def improvement(rate, baseline, benchmark):
    if rate <= baseline or baseline >= benchmark:
        return 0
    return max(0, min(9, round(10 * (rate - baseline) / (benchmark - baseline) - 0.5)))


def hvbp_dimension(dice, level, dimension, has_baseline, has_performance):
    _, floor, threshold, benchmark, offset = dimension
    baseline = max(floor, min(98.0, level + offset + 2.0 + dice.normal(0, 2.5)))
    rate = max(floor - 4, min(98.0, level + offset + dice.normal(0, 2.5)))
    gained = achievement(rate, threshold, benchmark)
    bettered = improvement(rate, baseline, benchmark)
    score = max(gained, bettered) if has_baseline else gained
    cells = [f"{floor:.2f}%", f"{threshold:.2f}%", f"{benchmark:.2f}%"]
    cells.append(f"{baseline:.4f}%" if has_baseline else NOT_AVAILABLE)
    cells.append(f"{rate:.4f}%" if has_performance else NOT_AVAILABLE)
    cells.append(f"{gained} out of 10" if has_performance else NOT_AVAILABLE)
    cells.append(f"{bettered} out of 9" if has_performance and has_baseline else NOT_AVAILABLE)
    cells.append(score if has_performance else NOT_AVAILABLE)
    return cells, score


def hvbp(dice, hospitals):
    header = ["Fiscal Year"] + IDENTITY + ["City/Town", "State", "ZIP Code", "County/Parish"]
    for name, *_ in DIMENSIONS:
        header += [f"{name} {part}" for part in ("Floor", "Achievement Threshold", "Benchmark", "Baseline Rate")]
        header += [f"{name} {part}" for part in ("Performance Rate", "Achievement Points", "Improvement Points")]
        header.append(f"{name} Dimension Score")
    header += ["Hcahps Base Score", "Hcahps Consistency Score"]
    chosen = sorted(dice.shuffled([h for h in hospitals if h.kind == ACUTE])[:89], key=lambda h: h.facility_id)
    unlisted = replace(chosen[-1], facility_id="450999", name="GORSEREACH GENERAL HOSPITAL", city="GORSEREACH")
    lines = []
    for index, h in enumerate(chosen + [unlisted]):
        lines.append(line(["2024", h.facility_id, *h.place()] + hvbp_scores(dice, h, index)))
    return quoted_header(header) + "".join(lines)


def hvbp_scores(dice, hospital, index):
    has_baseline, has_performance = index not in (11, 44), index not in (27, 63)
    cells, total = [], 0
    for dimension in DIMENSIONS:
        more, score = hvbp_dimension(dice, expected_recommend(hospital), dimension, has_baseline, has_performance)
        cells += more
        total += score
    return cells + ([total, dice.whole(2, 20)] if has_performance else [NOT_AVAILABLE] * 2)


OAS_TOPICS = (
    ("Patients who reported that staff definitely gave care in a professional way and the facility was clean",
     "Patients who reported that staff somewhat gave care in a professional way or the facility was somewhat clean",
     "Patients who reported that staff did not give care in a professional way or the facility was not clean",
     "Facilities and staff linear mean score", 96),
    ("Patients who reported that staff definitely communicated about what to expect during and after the procedure",
     "Patients who reported that staff somewhat communicated about what to expect during and after the procedure",
     "Patients who reported that staff did not communicate about what to expect during and after the procedure",
     "Communication about your procedure linear mean score", 91),
    ("Patients who gave the facility a rating of 9 or 10 on a scale from 0 (lowest) to 10 (highest)",
     "Patients who gave the facility a rating of 7 or 8 on a scale from 0 (lowest) to 10 (highest)",
     "Patients who gave the facility a rating of 0 to 6 on a scale from 0 (lowest) to 10 (highest)",
     "Patients' rating of the facility linear mean score", 86),
    ("Patients who reported YES they would DEFINITELY recommend the facility to family or friends",
     "Patients who reported PROBABLY YES they would recommend the facility to family or friends",
     "Patients who reported NO, they would not recommend the facility to family or friends",
     "Patients recommending the facility linear mean score", 82),
)


def oas(dice, hospitals):
    header = IDENTITY + ["City/Town", "State", "ZIP Code", "County/Parish", "Telephone Number"]
    header += [title for topic in OAS_TOPICS for title in topic[:4]]
    header += ["Footnote", "Number of Sampled Patients", "Number of Completed Surveys"]
    header += ["Survey Response Rate Percent", "Start Date", "End Date"]
    chosen = sorted(dice.shuffled(surveyed(hospitals))[:60], key=lambda h: h.facility_id)
    lines = []
    for index, h in enumerate(chosen):
        if index % 5 == 3:
            rest = [""] * 16 + ["1" if index == 18 else "5" if index == 33 else "4"] + [""] * 5
        else:
            rest = oas_answers(dice, h, index)
        lines.append(line([h.facility_id, *h.place(), h.phone] + rest))
    return quoted_header(header) + "".join(lines)


def oas_answers(dice, hospital, index):
    cells = []
    for *_, level in OAS_TOPICS:
        top = max(40, min(99, round(level + hospital.quality / 3 + dice.normal(0, 2))))
        bottom = min(100 - top, dice.whole(0, 3))
        middle = 100 - top - bottom
        cells += [top, middle, bottom, round(top + 0.6 * middle)]
    if index == 40:
        cells[8] = 104
    completed = dice.whole(55, 900)
    rate = dice.whole(15, 35)
    footnote = "2;3" if index in (10, 29) else "3" if index in (14, 51) else "2" if index == 20 else ""
    return cells + [footnote, completed * 100 // rate, completed, rate, "10/01/2022", "09/30/2023"]


def measure_dates():
    header = ["Measure ID", "Measure Name", "Measure Start Quarter", "Start Date", "Measure End Quarter", "End Date"]
    rows = (
        ("HCAHPS", "Inpatient survey", "4Q2022", "10/01/2022", "3Q2023", "09/30/2023"),
        ("HCAHPS_HVBP_Baseline", "Inpatient survey, earlier year", "1Q2019", "01/01/2019", "4Q2019", "12/31/2019"),
        ("HCAHPS_HVBP_Performance", "Inpatient survey, judged year", "1Q2022", "01/01/2022", "4Q2022", "12/31/2022"),
        ("Linear Score", "Linear score of each inpatient topic", "4Q2022", "10/01/2022", "3Q2023", "09/30/2023"),
        ("Linear Score", "Linear score, cancer hospitals", "4Q2022", "10/01/2022", "3Q2023", "09/30/2023"),
    )
    return quoted_header(header) + "".join(line(row) for row in rows)


def footnotes():
    """Without a final line break, as the real file."""
    rows = (
        ("1", "Too few cases to be reported."),
        ("2", "A sample of the patients was asked."),
        ("3", "Collected over less time than asked for."),
        ("4", "Withheld by the agency for part of the period."),
        ("5", "No result for this period."),
        ("6", "Under 100 surveys came back, so read it with care."),
        ("7", "No case fitted the measure."),
        ("10", "Under 50 surveys came back, so read it with great care."),
        ("12", "Does not apply to this hospital."),
        ("13", "Cannot be calculated for this period."),
        ("15", "Too few cases for a star."),
        ("16", "Too few measures for a star."),
        ("17", "The star covers inpatient care only."),
        ("19", "Shown only for hospitals that take part in the reporting programmes."),
        ("22", "Federal hospitals for veterans and the forces get no overall star."),
        ("23", "Based on claims, in which the hospital found mistakes."),
        ("a", "Exempt from the payment programme, by state law."),
    )
    return (quoted_header(["Footnote", "Footnote Text"]) + "".join(line(row) for row in rows)).removesuffix("\n")


# -------------------------------------------------------------------------------------------------------- directory

HIFLD_COLUMNS = (
    "X Y FID ID NAME ADDRESS CITY STATE ZIP ZIP4 TELEPHONE TYPE STATUS POPULATION COUNTY COUNTYFIPS COUNTRY LATITUDE "
    "LONGITUDE NAICS_CODE NAICS_DESC SOURCE SOURCEDATE VAL_METHOD VAL_DATE WEBSITE STATE_ID ALT_NAME ST_FIPS OWNER "
    "TTL_STAFF BEDS TRAUMA HELIPAD"
).split()
MISSING = "NOT AVAILABLE"


@dataclass(frozen=True)
class Building:
    name: str
    address: str
    city: str
    state: State
    zip_code: str
    phone: str
    kind: str
    beds: int
    county: str
    owner: str
    is_open: bool = True


def building_of(hospital):
    kinds = {CRITICAL_ACCESS: "CRITICAL ACCESS", PSYCHIATRIC: "PSYCHIATRIC", CHILDRENS: "CHILDREN", VETERANS: "MILITARY"}
    owner = "PROPRIETARY" if for_profit(hospital) else "NON-PROFIT"
    if hospital.ownership.startswith(("Government", "Veterans", "Department")):
        owner = "GOVERNMENT - LOCAL"
    return Building(
        hospital.name, hospital.address, hospital.city, hospital.state, hospital.zip_code, hospital.phone,
        kinds.get(hospital.kind, "GENERAL ACUTE CARE"), hospital.beds, hospital.county, owner,
    )


def with_other_name(building):
    return replace(building, name=building.city + " HEALTH PAVILION")


def with_other_address(building):
    return replace(building, address="7 " + building.city + " PARKWAY")


def by_name_only(building):
    return replace(with_other_address(building), phone=MISSING)


def by_phone_only(building):
    other_zip = building.zip_code[:3] + f"{99 - int(building.zip_code[3:]):02d}"
    return replace(with_other_address(with_other_name(building)), zip_code=other_zip)


def by_address_only(building):
    return replace(with_other_name(building), phone=MISSING)


def punctuated(building):
    """The same name with other punctuation, the same telephone number with other separators."""
    name = building.name.replace("&", "AND").replace("'", "").replace(".", "").replace(" - ", "-")
    return replace(building, name=name, phone=building.phone.replace("(", "").replace(") ", "-"))


def directory(dice, before, after):
    """What the directory knows of each hospital: mostly all of it, sometimes one key, sometimes two claims."""
    by_id = {h.facility_id: h for h in after} | {h.facility_id: h for h in before}
    hospitals = [by_id[key] for key in sorted(by_id)]
    buildings = []
    for index, hospital in enumerate(hospitals):
        if hospital.facility_id not in EQUAL_CLAIM + STRONGER_CLAIM:
            buildings += buildings_of(index, building_of(hospital))
    buildings += shared_buildings(by_id)
    buildings += unrelated_buildings(dice)
    lines = [directory_line(dice, number, b) for number, b in enumerate(dice.shuffled(buildings), start=1)]
    return "\ufeff" + line(HIFLD_COLUMNS) + "".join(lines)


# Two hospitals that claim one building by one key each, and two of which one has the better claim.
EQUAL_CLAIM, STRONGER_CLAIM = ("360951", "360952"), ("170955", "170956")


def buildings_of(index, building):
    if index % 13 == 12:
        return []
    if index % 29 == 7:
        return [by_name_only(building), replace(by_phone_only(building), beds=building.beds + 40)]
    if index % 31 == 9:
        return [building, replace(by_phone_only(building), beds=building.beds + 15)]
    if index % 27 == 4:
        return [replace(building, is_open=False)]
    if index % 25 == 6:
        return [replace(building, beds=-999)]
    if index % 67 == 30:
        elsewhere = STATES[0] if building.state != STATES[0] else STATES[1]
        return [replace(by_phone_only(building), state=elsewhere)]
    shapes = {1: by_name_only, 3: by_phone_only, 5: by_address_only, 6: punctuated, 8: with_other_address}
    return [shapes.get(index % 12, lambda same: same)(building)]


def shared_buildings(by_id):
    """The first two find one building, one by telephone and the other by name; of the last two one finds it twice."""
    first, second = (building_of(by_id[key]) for key in EQUAL_CLAIM)
    equal = replace(by_name_only(second), phone=first.phone)
    strong, weak = (building_of(by_id[key]) for key in STRONGER_CLAIM)
    return [equal, replace(strong, phone=weak.phone)]


def unrelated_buildings(dice):
    kinds = ("LONG TERM CARE", "REHABILITATION", "SPECIAL", "WOMEN", "CHRONIC DISEASE")
    buildings = []
    for index in range(34):
        state = STATES[index % len(STATES)]
        place = f"OLD {texts.PLACE_STARTS[index % 24]}{texts.PLACE_ENDS[index % 7]}"
        phone = MISSING if index % 3 == 0 else f"({state.area_code}) 555-01{60 + index % 30:02d}"
        kind = dice.pick(kinds)
        buildings.append(
            Building(f"{place} {kind} HOSPITAL", f"{index + 3} UNRELATED LANE", place, state, f"{state.zip_prefix}99"
                     , phone if index % 2 else MISSING, kind, dice.whole(10, 90), "ELSEWHERE", "NOT AVAILABLE",
                     is_open=index % 6 != 0)
        )
    return buildings


def directory_line(dice, number, b):
    latitude, longitude = dice.whole(30_000_000, 45_000_000) / 1e6, dice.whole(-120_000_000, -75_000_000) / 1e6
    naics = ("622310", "SPECIALTY (EXCEPT PSYCHIATRIC AND SUBSTANCE ABUSE) HOSPITALS")
    if b.kind in ("GENERAL ACUTE CARE", "CRITICAL ACCESS", "MILITARY"):
        naics = ("622110", "GENERAL MEDICAL AND SURGICAL HOSPITALS")
    return line(
        [f"{longitude * 111319.49:.4f}", f"{latitude * 130000:.4f}", number, f"{90000000 + number:010d}", b.name]
        + [b.address, b.city, b.state.code, b.zip_code, MISSING, b.phone, b.kind, "OPEN" if b.is_open else "CLOSED"]
        + [b.beds if number % 9 else -999, b.county, f"{b.state.fips}0{dice.whole(10, 99)}", "USA", latitude, longitude]
        + [*naics, "http://directory.example", "2019/08/09 00:00:00", "IMAGERY", "2014/02/10 00:00:00"]
        + [MISSING if number % 20 == 0 else "http://www.hospital.example", MISSING]
        + ["FORMERLY " + b.city if number % 12 == 0 else MISSING, b.state.fips, b.owner, -999, b.beds]
        + ["LEVEL III" if number % 8 == 0 else MISSING, "Y" if number % 2 else "N"]
    )


# ----------------------------------------------------------------------------------------------------------- videos

CHANNELS = 14
VIDEO_COLUMNS = (
    "video_id title description published_at channel_title view_count like_count comment_count duration topic "
    "professional"
).split()


def roster(hospitals):
    """Titles of the providers' channels and the hospitals that they are thought to belong to; two share one."""
    owners = [h for h in hospitals if h.kind in (ACUTE, CHILDRENS)][4::7][: CHANNELS - 1]
    titles = [f"{h.city.title()} Health" for h in owners]
    titles[3] = f"{owners[3].city.title()} Children's & Family Care"
    titles[7] = f"{owners[7].city.title()}, Clinic TV"
    return list(zip(titles, owners)) + [(f"{owners[0].city.title()} Press", owners[0])]


def video_id(dice):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return "".join(dice.pick(letters) for _ in range(11))


def duration(dice):
    seconds = dice.pick((58, 60, 61, dice.whole(70, 900), dice.whole(900, 4300)))
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return "PT" + "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (left, "S")) if count)


def video(dice, index, channel, professional):
    topic = dice.pick(sorted(texts.VIDEO_TEXTS))
    title, description = dice.pick(texts.VIDEO_TEXTS[topic])
    views = round(math.exp(dice.normal(8.5, 2.3)))
    likes = "NA" if dice.chance(0.05) else round(views * 0.02)
    comments = "NA" if dice.chance(0.04) else round(views * 0.0015)
    published = f"{dice.whole(2016, 2025)}-{dice.whole(1, 11):02d}-{dice.whole(1, 28):02d}T"
    published += f"{dice.whole(0, 23):02d}:{dice.whole(0, 59):02d}:{dice.whole(0, 59):02d}Z"
    part = f"{title} | Part {index}" if index % 5 == 0 else title
    return [video_id(dice), part, description, published, channel, views, likes, comments, duration(dice), topic]\
        + ["TRUE" if professional else "FALSE"]


def videos(dice, channels):
    # The last channel of the roster has no video in the sample.
    rows = [video(dice, i, channels[i % (CHANNELS - 1)][0], True) for i in range(34)]
    rows += [video(dice, i, dice.pick(texts.OTHER_CHANNELS), i % 3 == 0) for i in range(34, 106)]
    rows = dice.shuffled(rows)
    plant_video_dirt(rows, channels)
    again = [rows[i][:] for i in (4, 17, 17, 31, 52, 66, 80)]
    under_other_topic = [seen_again(rows[i], extra) for i, extra in ((9, 12), (23, -4), (40, 7), (71, 0))]
    rows += dice.shuffled(again + under_other_topic)
    broken = [video(dice, i, dice.pick(texts.OTHER_CHANNELS), False) for i in range(3)]
    broken[0][2] = "A stray byte\x00 in the middle of this sentence ..."
    broken[1][5] = "12.5K"
    broken[2][6] = "-3"
    rows[90:90] = broken
    return line(VIDEO_COLUMNS) + "".join(line(row) for row in rows)


def seen_again(row, more_views):
    """The same video found under another topic a moment later or earlier."""
    topics = sorted(texts.VIDEO_TEXTS)
    other = topics[(topics.index(row[9]) + 1) % len(topics)]
    return row[:5] + [row[5] + more_views] + row[6:9] + [other, row[10]]


def plant_video_dirt(rows, channels):
    rows[2][0] = "-" + rows[2][0][1:]
    rows[6][2] = "Line one of three,\nline two says \"hello\",\n\nand the last line stops ..."
    rows[15][2] = "Opening hours:\nMonday to Friday\nWeekends by appointment"
    rows[21][2] = "Questions? Write to hello@alderclinic.example any time ..."
    rows[28][2] = "Call our nurses at (330) 555-0147 or (432) 555-0197 before you travel ..."
    rows[35][1] = "New clinic, call (352) 555-0119 &amp; ask for a tour"
    rows[38][5] = "NA"
    rows[44][5:8] = ["NA", "NA", "NA"]
    rows[50][5] = 0
    rows[50][6:8] = [0, 0]
    # Looks like a channel of the roster and is not: titles are compared exactly.
    rows[57][4] = channels[0][0].upper()
    rows[83][1] = "🫀 Heart month 🫀 &lt;3 ways to start"


def crosswalk(channels, video_file_rows, recommend):
    header = "channel_title ccn_candidate cms_name state cms_star hcahps_recommend_pct_2024 videos views".split()
    lines = []
    for title, hospital in channels:
        own = [row for row in video_file_rows if row[4] == title]
        views = sum(row[5] for row in own if isinstance(row[5], int))
        silent = sum(row[7] == "NA" for row in own)
        percent_2024 = recommend.get(hospital.facility_id, "")
        lines.append(line([title, hospital.facility_id, hospital.name, hospital.state.code, hospital.rating]
                          + [percent_2024, len(own), views, silent]))
    return line(header + ["videos_comments_disabled"]) + "".join(lines)


# --------------------------------------------------------------------------------------------------------- feedback

TRUSTS = (("Trust A", ("Trust A - Q1", "Trust A - Q2"), 45), ("Trust B", ("Trust B - Q1",), 46))
TRUSTS += (("Trust C", ("Trust C - Q1", "Trust C - Q2"), 59),)
DIRTY_CRITICALITY = {12: "-o", 101: "-o", 30: "NA", 77: "NA", 58: "SS", 41: "-9", 119: "-9", 133: "-6"}
BROKEN_TEXT = {
    8: "First visit was fine.\r\nSecond one was not.",
    49: "\nStarts and ends with a line break.\n",
    73: "Good:\r\nthe garden\r\n\r\nBad:\r\nthe lift",
    96: "She said \"back in a minute\", and she was.",
    140: "Trop d\u2019attente, mais l\u2019\u00e9quipe est g\u00e9niale \U0001f642",
}


def feedback(dice):
    rows = []
    for trust, questions, count in TRUSTS:
        for position in range(count):
            code, label, subcategory, criticality, text = dice.pick(texts.FEEDBACK)
            question = questions[position * len(questions) // count]
            rows.append([code, label, subcategory, text, criticality, trust, question, len(rows)])
    for index, planted in zip((19, 64, 87, 125), texts.FEEDBACK_WITH_IDENTIFIERS):
        code, label, subcategory, criticality, text = planted
        rows[index][:5] = [code, label, subcategory, text, criticality]
    for index, text in BROKEN_TEXT.items():
        rows[index][3] = text
    for index, criticality in DIRTY_CRITICALITY.items():
        rows[index][4] = criticality
    header = ["code", "label", "subcategory", "feedback", "criticality", "organization", "question", "row_index"]
    return line(header) + "".join(line(row) for row in rows)


# ------------------------------------------------------------------------------------------------------------ files


def sample_files():
    dice = Dice(SEED)
    before = hospitals_of_2022(dice)
    after = hospitals_of_2024(dice, before)
    channels = roster(after)
    recommend = hcahps(Dice(SEED + 1), after)
    recommended = {row.split(",")[0]: row.rsplit(",", 3)[1] for row in recommend.splitlines()[1:] if row.count(",") > 5}
    video_file = videos(Dice(SEED + 2), channels)
    return {
        "cms/Hospital_General_Information-2022-03.csv": registry_2022(before),
        "cms/Hospital_General_Information-2024-07.csv": registry_2024(after),
        "cms/hcahps_recommend-2024.csv": recommend,
        "cms/hvbp_person_and_community_engagement-FY2024.csv": hvbp(Dice(SEED + 3), after),
        "cms/OQR_OAS_CAHPS_BY_HOSPITAL-2024-07.csv": oas(Dice(SEED + 4), after),
        "cms/Measure_Dates-2024-07.csv": measure_dates(),
        "cms/Footnote_Crosswalk-2024-07.csv": footnotes(),
        "hifld/us_hospital_locations.csv": directory(Dice(SEED + 5), before, after),
        "youtube/health_videos.csv": video_file,
        "youtube/channel_to_ccn.csv": crosswalk(channels, rows_of(video_file), recommended),
        "nhs/patient_feedback_labelled.csv": feedback(Dice(SEED + 6)),
    }


def rows_of(video_file):
    """The videos as the crosswalk counts them: every row of the file, counters as numbers."""
    rows = list(csv.reader(io.StringIO(video_file, newline="")))[1:]
    return [row[:5] + [int(row[5]) if row[5].isdigit() else row[5]] + row[6:] for row in rows]


def main(arguments):
    made = {name: text.encode("utf-8") for name, text in sample_files().items()}
    if arguments == ["--check"]:
        differing = [name for name, content in made.items() if not same(FOLDER / name, content)]
        if differing:
            sys.exit("Cannot confirm the sample: these files are not what make_sample.py makes: " + ", ".join(differing))
        print(f"{len(made)} sample files are what make_sample.py makes")
        return
    if arguments:
        sys.exit("Cannot read the arguments: give none, or --check")
    for name, content in made.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")


def same(path, content):
    return path.is_file() and path.read_bytes() == content


if __name__ == "__main__":
    main(sys.argv[1:])
