"""Computes from the sample files alone what two nights must give, without any code of the program.

    python3 e2e/sample/make_expected.py           writes expected/*.csv
    python3 e2e/sample/make_expected.py --check   fails unless the committed files are what it computes

The rules are those of README.md beside it. An empty cell is NULL.
"""

import csv
import io
import math
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
EXPECTED = FOLDER / "expected"
NIGHTS = ("2022-03-31", "2025-12-06")

# Settings that the end-to-end profile must share.
MINIMUM_GROUP = 11
BED_BANDS = (("1-49", 1, 49), ("50-99", 50, 99), ("100-199", 100, 199), ("200-399", 200, 399), ("400+", 400, None))
RECOMMENDATION = {"measure": "hcahps_recommend_top", "dimension": "bed_band", "quantile": 0.75}
MINIMUM_SURVEYS, MINIMUM_PEERS = 100, 20
OWNERSHIP_GROUPS = (
    ("Proprietary", "FOR_PROFIT"), ("Physician", "FOR_PROFIT"), ("Voluntary", "NON_PROFIT"),
    ("Government", "GOVERNMENT"), ("Veterans", "GOVERNMENT"), ("Department", "GOVERNMENT"), ("Tribal", "GOVERNMENT"),
)

# source, as-of date, file
VINTAGES = (
    ("cms-hospitals", "2022-03-01", "cms/Hospital_General_Information-2022-03.csv"),
    ("cms-hospitals", "2024-07-01", "cms/Hospital_General_Information-2024-07.csv"),
    ("hifld-hospitals", "2020-05-08", "hifld/us_hospital_locations.csv"),
    ("cms-hcahps-recommend", "2025-10-01", "cms/hcahps_recommend-2024.csv"),
    ("cms-hvbp", "2024-07-01", "cms/hvbp_person_and_community_engagement-FY2024.csv"),
    ("cms-oas-cahps", "2024-07-01", "cms/OQR_OAS_CAHPS_BY_HOSPITAL-2024-07.csv"),
    ("youtube-crosswalk", "2025-12-06", "youtube/channel_to_ccn.csv"),
    ("youtube-videos", "2025-12-06", "youtube/health_videos.csv"),
    ("nhs-feedback", "2021-12-31", "nhs/patient_feedback_labelled.csv"),
)


# ------------------------------------------------------------------------------------------------------ reading rows


class Rejected(Exception):
    """A row that cannot land; its argument is the problem code."""


def rows_of(file):
    """(line at which the record starts, fields) of each record, and the header."""
    text = (FOLDER / file).read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""))
    header, rows, start = None, [], 1
    for fields in reader:
        if header is None:
            header = fields
        else:
            rows.append((start, fields))
        start = reader.line_num + 1
    return header, rows


def checked(header, fields):
    if len(fields) != len(header):
        raise Rejected("WRONG_FIELD_COUNT")
    if any("\0" in value for value in fields):
        raise Rejected("FORBIDDEN_CHARACTER")
    return dict(zip(header, fields))


def cms_id(text):
    if not re.fullmatch(r"[0-9]{2}[0-9A-Z][0-9]{2}[0-9A-Z]", text):
        raise Rejected("INVALID_ID")
    return "cms:" + text


def number(text, low, high, pattern=r"-?[0-9]+(\.[0-9]+)?"):
    if not re.fullmatch(pattern, text):
        raise Rejected("UNREADABLE_VALUE")
    value = float(text)
    if value < low or high is not None and value > high:
        raise Rejected("VALUE_OUT_OF_RANGE")
    return value


def read(file, to_records, unique_id=None):
    """Applies a row rule to each row: what lands (by line), and what is rejected (line and code)."""
    header, rows = rows_of(file)
    landed, problems, seen = {}, [], set()
    for line, fields in rows:
        try:
            row = checked(header, fields)
            if unique_id is not None:
                key = unique_id(row)
                if key in seen:
                    raise Rejected("DUPLICATE_ID")
                seen.add(key)
            landed[line] = to_records(row)
        except Rejected as rejected:
            problems.append((line, str(rejected)))
    return len(rows), landed, problems


# --------------------------------------------------------------------------------------------------------- row rules


def known(text):
    return None if text.strip().upper() in ("", "NOT AVAILABLE", "NA", "-999") else text


def missing_state(footnotes):
    """The reason that footnotes give for a value that is not there."""
    marks = set(re.split(r"[;,]\s*", footnotes))
    if marks & {"1", "7", "10", "15", "16"}:
        return "TOO_FEW_CASES"
    if "4" in marks:
        return "SUPPRESSED"
    return "NOT_APPLICABLE" if "12" in marks else "NOT_AVAILABLE"


def organization(row):
    """Both headers of the registry: the names of three columns changed."""
    rating, footnotes = row["Hospital overall rating"], row["Hospital overall rating footnote"]
    stars = known(rating) and int(number(rating, 1, 5, r"-?[0-9]+"))
    return {
        "organization_id": cms_id(row["Facility ID"]),
        "registry": "cms",
        "facility_id": row["Facility ID"],
        "name": row["Facility Name"],
        "organization_type": known(row["Hospital Type"]),
        "ownership": known(row["Hospital Ownership"]),
        "address": row["Address"],
        "city": row.get("City/Town", row.get("City")),
        "county": row.get("County/Parish", row.get("County Name")),
        "state": row["State"],
        "postal_code": row["ZIP Code"],
        "country": "US",
        "phone": row.get("Telephone Number", row.get("Phone Number")),
        "has_emergency_services": {"Yes": "true", "No": "false"}[row["Emergency Services"]],
        "overall_rating": stars,
        "overall_rating_state": "REPORTED" if stars else missing_state(footnotes),
        "overall_rating_footnotes": footnotes.replace(", ", ";") or None,
    }


def facility(row):
    return {
        "directory_id": "hifld:" + row["ID"],
        "name": row["NAME"],
        "address": known(row["ADDRESS"]),
        "state": row["STATE"],
        "postal_code": known(row["ZIP"]),
        "phone": known(row["TELEPHONE"]),
        "is_open": row["STATUS"] == "OPEN",
        "beds": known(row["BEDS"]) and int(row["BEDS"]),
    }


def outcome(organization_id, measure, unit, period, value, state, n):
    return {
        "organization_id": organization_id, "measure_id": measure, "unit": unit, "period_start": period[0],
        "period_end": period[1], "value": value, "value_state": "REPORTED" if value is not None else state, "n": n,
    }


def hcahps(row):
    organization_id = cms_id(row["facility_id"])
    text, surveys = row["recommend_percent"], row["completed_surveys"]
    value = None if known(text) is None else number(text, 0, 100)
    n = None if known(surveys) is None else int(number(surveys, 0, None, r"-?[0-9]+"))
    period = ("2024-01-01", None)
    return [outcome(organization_id, "hcahps_recommend_top", "top_box_pct", period, value, "NOT_AVAILABLE", n)]


HVBP_DIMENSIONS = (
    ("nurses", "Communication With Nurses"),
    ("doctors", "Communication With Doctors"),
    ("staff", "Responsiveness Of Hospital Staff"),
    ("transition", "Care Transition"),
    ("medicines", "Communication About Medicines"),
    ("environment", "Cleanliness And Quietness Of Hospital Environment"),
    ("discharge", "Discharge Information"),
    ("overall", "Overall Rating Of Hospital"),
)


def periods():
    _, rows = rows_of("cms/Measure_Dates-2024-07.csv")
    return {fields[0]: (iso(fields[3]), iso(fields[5])) for _, fields in rows}


def iso(american):
    return datetime.strptime(american, "%m/%d/%Y").date().isoformat() if american else None


def hvbp(row):
    organization_id = cms_id(row["Facility ID"])
    dates = periods()
    baseline, performance = dates["HCAHPS_HVBP_Baseline"], dates["HCAHPS_HVBP_Performance"]
    found = []

    def add(measure, unit, period, text, ending):
        value = None if known(text) is None else number(text.removesuffix(ending), 0, 100)
        found.append(outcome(organization_id, measure, unit, period, value, "NOT_AVAILABLE", None))

    for short, title in HVBP_DIMENSIONS:
        add(f"hvbp_{short}_baseline", "top_box_pct", baseline, row[f"{title} Baseline Rate"], "%")
        add(f"hvbp_{short}_performance", "top_box_pct", performance, row[f"{title} Performance Rate"], "%")
        add(f"hvbp_{short}_achievement", "points", performance, row[f"{title} Achievement Points"], " out of 10")
        add(f"hvbp_{short}_improvement", "points", performance, row[f"{title} Improvement Points"], " out of 9")
        add(f"hvbp_{short}_score", "points", performance, row[f"{title} Dimension Score"], "")
    add("hvbp_base_score", "points", performance, row["Hcahps Base Score"], "")
    add("hvbp_consistency_score", "points", performance, row["Hcahps Consistency Score"], "")
    return found


def oas(row):
    """Answers stand in columns 9 to 24: four topics of top, middle, bottom and linear score."""
    organization_id = cms_id(row["Facility ID"])
    answers = list(row.values())[8:24]
    surveys = row["Number of Completed Surveys"]
    period = (iso(row["Start Date"]), iso(row["End Date"]))
    n = None if known(surveys) is None else int(surveys)
    found = []
    for position, text in enumerate(answers):
        topic = ("facilities", "communication", "rating", "recommend")[position // 4]
        part, unit = (("top", "top_box_pct"), ("middle", "pct"), ("bottom", "pct"), ("linear", "linear_score"))[position % 4]
        value = None if known(text) is None else number(text, 0, 100)
        found.append(outcome(organization_id, f"oas_{topic}_{part}", unit, period, value, missing_state(row["Footnote"]), n))
    return found


def account_link(row):
    return {"account_id": "youtube:" + row["channel_title"], "organization_id": cms_id(row["ccn_candidate"])}


def counter(text, state):
    if text == "NA":
        return None, state
    if re.fullmatch(r"-[0-9]+", text):
        raise Rejected("VALUE_OUT_OF_RANGE")
    if not re.fullmatch(r"[0-9]+", text):
        raise Rejected("UNREADABLE_VALUE")
    return int(text), "REPORTED"


IDENTIFIERS = (
    ("e-mail", r"[\w.]+@[\w.]+\.\w+"),
    ("phone", r"\([0-9]{3}\) [0-9]{3}-[0-9]{4}|020 [0-9]{4} [0-9]{4}"),
    ("record number", r"(?<=NHS number )[0-9]{3} [0-9]{3} [0-9]{4}|(?<=hospital number )[0-9]{7}"),
)


def identifiers(text):
    return [(kind, found) for kind, pattern in IDENTIFIERS for found in re.findall(pattern, text)]


def post(row):
    hours, minutes, seconds = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", row["duration"]).groups(default="0")
    views, views_state = counter(row["view_count"], "NOT_AVAILABLE")
    likes, likes_state = counter(row["like_count"], "DISABLED")
    comments, comments_state = counter(row["comment_count"], "DISABLED")
    return {
        "post_id": "youtube:" + row["video_id"], "channel": row["channel_title"], "published_at": row["published_at"],
        "topic": row["topic"], "duration_seconds": int(hours) * 3600 + int(minutes) * 60 + int(seconds),
        "redactions": len(identifiers(row["title"]) + identifiers(row["description"])),
        "views": views, "views_state": views_state, "likes": likes, "likes_state": likes_state,
        "comments": comments, "comments_state": comments_state,
    }


def review(row):
    """Criticality: NA is a reason, other letters are dirt."""
    if row["criticality"] != "NA":
        number(row["criticality"], -5, 5, r"-?[0-9]+")
    trust = row["organization"]
    return {"organization_id": "nhs-feedback:" + re.sub("[^a-z0-9]+", "-", trust.lower()), "name": trust}


ROW_RULES = {
    "cms-hospitals": (organization, lambda row: cms_id(row["Facility ID"])),
    "hifld-hospitals": (facility, lambda row: row["ID"]),
    "cms-hcahps-recommend": (hcahps, lambda row: cms_id(row["facility_id"])),
    "cms-hvbp": (hvbp, lambda row: cms_id(row["Facility ID"])),
    "cms-oas-cahps": (oas, lambda row: cms_id(row["Facility ID"])),
    "youtube-crosswalk": (account_link, lambda row: (row["channel_title"], cms_id(row["ccn_candidate"]))),
    "youtube-videos": (post, None),
    "nhs-feedback": (review, lambda row: row["row_index"]),
}


def extract(night):
    """Reads the vintage in force of each source."""
    in_force = {}
    for source, as_of, file in VINTAGES:
        if as_of <= night:
            in_force[source] = max(in_force.get(source, ("", "")), (as_of, file))
    return {source: (as_of, file, *read(file, *ROW_RULES[source])) for source, (as_of, file) in in_force.items()}


# ----------------------------------------------------------------------------------------------------------- conform


def words(text):
    plain = (text or "").upper().replace("&", " AND ").replace("'", "").replace(".", "")
    return " ".join("ST" if word == "SAINT" else word for word in re.sub("[^A-Z0-9]+", " ", plain).split())


def keys(place):
    """What identifies a building: name and ZIP, telephone number, address and ZIP; parts that are not known give none."""
    zip_code = (place["postal_code"] or "")[:5]
    digits = re.sub("[^0-9]", "", place["phone"] or "")[-10:]
    found = {("name", words(place["name"]), zip_code), ("address", words(place["address"]), zip_code), ("phone", digits)}
    return {key for key in found if all(key)}


def match_beds(hospitals, facilities):
    """(bed_match, directory_id, beds) by organization id. Equal claims are never guessed."""
    by_key = defaultdict(list)
    for building in facilities:
        if building["is_open"]:
            for key in keys(building):
                by_key[key, building["state"]].append(building["directory_id"])
    buildings = {building["directory_id"]: building for building in facilities}
    claims, best_of, results = defaultdict(list), {}, {}
    for hospital in hospitals:
        scores = Counter(found for key in keys(hospital) for found in by_key[key, hospital["state"]])
        best = [found for found, score in scores.items() if score == max(scores.values())]
        for directory_id in best:
            claims[directory_id].append((scores[directory_id], hospital["organization_id"]))
        best_of[hospital["organization_id"]] = best
        results[hospital["organization_id"]] = ("AMBIGUOUS" if best else "NO_MATCH", None, None)
    for directory_id, claimants in claims.items():
        claimants.sort(reverse=True)
        (strength, winner), others = claimants[0], claimants[1:]
        if best_of[winner] == [directory_id] and all(strength > other for other, _ in others):
            beds = buildings[directory_id]["beds"]
            results[winner] = ("MATCHED" if beds else "MATCHED_WITHOUT_BEDS", directory_id, beds)
    return results


def bed_band(beds):
    for label, low, high in BED_BANDS:
        if beds is not None and beds >= low and (high is None or beds <= high):
            return label
    return None


def ownership_group(ownership):
    return next((group for start, group in OWNERSHIP_GROUPS if ownership and ownership.startswith(start)), None)


ATTRIBUTES = (
    "organization_id registry facility_id name organization_type ownership ownership_group address city county state "
    "postal_code country phone has_emergency_services overall_rating overall_rating_state overall_rating_footnotes beds "
    "bed_band bed_match directory_id"
).split()


def conform_organizations(landing):
    hospitals = list(landing["cms-hospitals"][3].values())
    matches = match_beds(hospitals, list(landing["hifld-hospitals"][3].values()))
    trusts = {row["organization_id"]: row["name"] for row in landing["nhs-feedback"][3].values()}
    conformed = {}
    for hospital in hospitals:
        match, directory_id, beds = matches[hospital["organization_id"]]
        more = {"beds": beds, "bed_band": bed_band(beds), "bed_match": match, "directory_id": directory_id}
        more["ownership_group"] = ownership_group(hospital["ownership"])
        conformed[hospital["organization_id"]] = hospital | more
    for organization_id, name in trusts.items():
        trust = dict.fromkeys(ATTRIBUTES) | {"organization_id": organization_id, "registry": "nhs-feedback"}
        trust |= {"facility_id": organization_id.split(":")[1], "name": name, "organization_type": "NHS trust"}
        conformed[organization_id] = trust | {
            "country": "GB", "overall_rating_state": "NOT_IN_SOURCE", "bed_match": "NO_DIRECTORY"}
    return conformed


def conform_posts(landing):
    """One row per video: the highest views win, then the earliest line; the topics of all its rows are kept."""
    if "youtube-videos" not in landing:
        return []
    accounts = {link["account_id"] for link in landing["youtube-crosswalk"][3].values()}
    seen = defaultdict(list)
    for line, row in landing["youtube-videos"][3].items():
        seen[row["post_id"]].append((-(row["views"] if row["views"] is not None else -1), line, row))
    posts = []
    for rows in seen.values():
        _, line, chosen = min(rows, key=lambda entry: entry[:2])
        account = "youtube:" + chosen["channel"]
        topics = ";".join(sorted({row["topic"] for *_, row in rows}))
        more = {"source_topics": topics, "chosen_line": line, "account_id": account if account in accounts else None}
        posts.append(chosen | more)
    return sorted(posts, key=lambda row: row["post_id"])


def outcomes_of(landing):
    """(source, line, outcome) of every outcome that landed."""
    sources = [source for source in ("cms-hcahps-recommend", "cms-hvbp", "cms-oas-cahps") if source in landing]
    return [(s, line, found) for s in sources for line, rows in landing[s][3].items() for found in rows]


def conform_problems(landing, organizations):
    """Undecided questions; the rows that raise them are kept."""
    found = set()
    for line, row in landing["cms-hospitals"][3].items():
        if organizations[row["organization_id"]]["bed_match"] == "AMBIGUOUS":
            found.add(("cms-hospitals", line, "AMBIGUOUS_MATCH", row["organization_id"]))
    for source, line, row in outcomes_of(landing):
        if row["organization_id"] not in organizations:
            found.add((source, line, "UNKNOWN_ORGANIZATION", row["organization_id"]))
    for line, row in landing.get("youtube-crosswalk", (0, 0, 0, {}))[3].items():
        if row["organization_id"] not in organizations:
            found.add(("youtube-crosswalk", line, "UNKNOWN_ORGANIZATION", row["organization_id"]))
    return sorted(found)


def history(first, second):
    """Type 2 rows of organizations that changed, came or went between the two nights."""
    rows = []
    for organization_id in sorted(first.keys() | second.keys()):
        before, after = first.get(organization_id), second.get(organization_id)
        if before is not None and after is not None and attributes(before) == attributes(after):
            continue
        if before is not None:
            rows.append([NIGHTS[0], NIGHTS[1], *attributes(before)])
        if after is not None:
            rows.append([NIGHTS[1], None, *attributes(after)])
    return rows


def attributes(row):
    return [row[name] for name in ATTRIBUTES]


# --------------------------------------------------------------------------------------------------------- benchmark

DIMENSIONS = {
    "national": lambda row: "all",
    "ownership": lambda row: row.get("ownership") or "unknown",
    "ownership_group": lambda row: row.get("ownership_group") or "unknown",
    "type": lambda row: row.get("organization_type") or "unknown",
    "state": lambda row: row.get("state") or "unknown",
    "bed_band": lambda row: row.get("bed_band") or "unknown",
}


def quantile(ordered, share):
    position = (len(ordered) - 1) * share
    low = math.floor(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (position - low) * (ordered[high] - ordered[low])


def statistics(rows):
    """min to sd of the reported values, in the order of the peer_distribution columns."""
    values = sorted(row["value"] for row in rows)
    if not values:
        return [None] * 10
    mean = math.fsum(values) / len(values)
    weights = [row["n"] for row in rows]
    weighted = None
    if None not in weights and sum(weights) > 0:
        weighted = math.fsum(row["value"] * row["n"] for row in rows) / sum(weights)
    sd = math.sqrt(math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1)) if len(values) > 1 else None
    middle = [quantile(values, share) for share in (0.1, 0.25, 0.5, 0.75, 0.9)]
    return [values[0], *middle, values[-1], mean, weighted, sd]


def suppressed(sizes, small):
    """The least that must be withheld: small groups, then the smallest others until no hidden size follows from a total."""
    reasons = {group: "FEWER_THAN_MINIMUM" for group in sizes if small(group)}
    while reasons and (len(reasons) == 1 or sum(sizes[group] for group in reasons) < MINIMUM_GROUP):
        shown = sorted((size, group) for group, size in sizes.items() if group not in reasons and size > 0)
        if not shown:
            break
        reasons[shown[0][1]] = "COMPLEMENTARY"
    return reasons


def too_few(count):
    return 0 < count < MINIMUM_GROUP


def peer_distribution(landing, organizations):
    outcomes = [row for _, _, row in outcomes_of(landing)]
    periods_of = defaultdict(set)
    for row in outcomes:
        if row["period_start"]:
            periods_of[row["measure_id"]].add((row["period_start"], row["period_end"]))
    by_measure = defaultdict(list)
    for row in outcomes:
        period = row["period_start"], row["period_end"]
        if row["value"] is None and not row["period_start"] and len(periods_of[row["measure_id"]]) == 1:
            period, = periods_of[row["measure_id"]]
        by_measure[row["measure_id"], *period, row["unit"]].append(row)
    result = []
    for (measure, start, end, unit), rows in sorted(by_measure.items(), key=lambda entry: [x or "" for x in entry[0]]):
        for dimension, group_of in DIMENSIONS.items():
            groups = defaultdict(lambda: ([], []))
            for row in rows:
                place = groups[group_of(organizations.get(row["organization_id"], {}))]
                place[row["value"] is None].append(row)
            result += distribution_rows([measure, start, end, dimension], unit, groups)
    return result


def distribution_rows(key, unit, groups):
    """Numbers as they are, also where they must be withheld. A group's size is the number of its values; that it has
    none may be shown."""
    sizes = {group: len(reported) for group, (reported, _) in groups.items()}
    reasons = suppressed(sizes, lambda group: too_few(sizes[group]))
    return [
        [*key, group, unit, len(reported), len(missing), *statistics(reported), reasons.get(group)]
        for group, (reported, missing) in sorted(groups.items())
    ]


def recommendation(landing, organizations):
    rows = [row for source, _, row in outcomes_of(landing) if row["measure_id"] == RECOMMENDATION["measure"]]
    group_of = {row["organization_id"]: organizations.get(row["organization_id"], {}).get("bed_band") for row in rows}
    peers = defaultdict(list)
    for row in rows:
        if row["value"] is not None and (row["n"] or 0) >= MINIMUM_SURVEYS and group_of[row["organization_id"]]:
            peers[group_of[row["organization_id"]]].append(row["value"])
    return [judged(row, group_of[row["organization_id"]], peers) for row in sorted(rows, key=lambda r: r["organization_id"])]


def judged(row, group, peers):
    values = sorted(peers[group]) if group else []
    threshold = quantile(values, RECOMMENDATION["quantile"]) if len(values) >= MINIMUM_PEERS else None
    decision = "DECIDED"
    if row["value"] is None:
        decision = "NO_VALUE"
    elif (row["n"] or 0) < MINIMUM_SURVEYS:
        decision = "TOO_FEW_SURVEYS"
    elif group is None:
        decision = "PEER_GROUP_UNKNOWN"
    elif threshold is None:
        decision = "TOO_FEW_PEERS"
    is_recommended = str(row["value"] >= threshold).lower() if decision == "DECIDED" else None
    shown_peers = len(values) if group and not too_few(len(values)) else None
    return [row["organization_id"], row["measure_id"], row["period_start"], row["period_end"], row["value"], row["n"]] + [
        group, shown_peers, threshold, is_recommended, decision]


def adoption(landing, posts):
    by_organization = defaultdict(set)
    for link in landing["youtube-crosswalk"][3].values():
        by_organization[link["organization_id"]].add(link["account_id"])
    rows = []
    for organization_id, accounts in sorted(by_organization.items()):
        own = [row for row in posts if row["account_id"] in accounts]
        published = sorted(row["published_at"] for row in own)
        views = [row["views"] for row in own if row["views"] is not None]
        silent = sum(row["comments_state"] == "DISABLED" for row in own)
        rows.append([organization_id, "youtube", "CANDIDATE", len(accounts), len(own), published[0] if own else None]
                    + [published[-1] if own else None, sum(views) if views else None, len(views), silent])
    return rows


def adoption_summary(organizations, adopted):
    """A group is small where it has few providers, or few with an account; none with an account is fine."""
    present = {row[0] for row in adopted}
    rows = []
    for dimension, group_of in DIMENSIONS.items():
        providers, with_account = Counter(), Counter()
        for organization_id, row in organizations.items():
            providers[group_of(row)] += 1
            with_account[group_of(row)] += organization_id in present
        reasons = suppressed(providers, lambda g: providers[g] < MINIMUM_GROUP or too_few(with_account[g]))
        for group in sorted(providers):
            rows.append(["youtube", dimension, group, providers[group], with_account[group], reasons.get(group)])
    return rows


# ------------------------------------------------------------------------------------------------------------- files

FULLY_LISTED = ("hcahps_recommend_top", "hvbp_nurses_performance", "hvbp_overall_baseline", "hvbp_base_score")
FULLY_LISTED += ("hvbp_discharge_improvement", "oas_recommend_top", "oas_recommend_linear")
POST_COLUMNS = (
    "post_id account_id published_at source_topics duration_seconds redactions views views_state likes likes_state "
    "comments comments_state chosen_line"
).split()


def csv_text(header, rows):
    """NULL is an empty cell; whole floats keep their decimal, so that types show."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(header.split())
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    return output.getvalue()


def expected_files():
    nights = {night: extract(night) for night in NIGHTS}
    organizations = {night: conform_organizations(landing) for night, landing in nights.items()}
    posts = {night: conform_posts(landing) for night, landing in nights.items()}
    last, landing = NIGHTS[-1], nights[NIGHTS[-1]]
    adopted = adoption(landing, posts[last])
    distribution = peer_distribution(landing, organizations[last])
    return {
        "source_reads.csv": csv_text(
            "business_date source_id as_of file rows_read rows_landed rows_rejected", source_reads(nights)),
        "problems.csv": csv_text(
            "business_date source_id file line code is_rejected organization_id", problems(nights, organizations)),
        "curated_counts.csv": csv_text(
            "business_date table landed curated deduplicated", curated_counts(nights, organizations, posts)),
        "organizations.csv": csv_text(
            " ".join(ATTRIBUTES), [attributes(row) for _, row in sorted(organizations[last].items())]),
        "organization_history.csv": csv_text(
            "valid_from valid_to " + " ".join(ATTRIBUTES), history(*organizations.values())),
        "bed_matches.csv": csv_text("business_date organization_id bed_match directory_id beds bed_band", [
            [night, key, row["bed_match"], row["directory_id"], row["beds"], row["bed_band"]]
            for night, rows in organizations.items() for key, row in sorted(rows.items())]),
        "outcome_counts.csv": csv_text(
            "source_id measure_id unit period_start period_end value_state rows rows_with_n", outcome_counts(landing)),
        "posts.csv": csv_text(" ".join(POST_COLUMNS), [[row[c] for c in POST_COLUMNS] for row in posts[last]]),
        "planted_identifiers.csv": csv_text("source_id line kind text", planted_identifiers()),
        "adoption.csv": csv_text(
            "organization_id platform evidence accounts posts_observed first_post_at last_post_at views_observed "
            "posts_with_views posts_without_comments", adopted),
        "adoption_summary.csv": csv_text(
            "platform peer_dimension peer_group providers providers_present suppressed_reason",
            adoption_summary(organizations[last], adopted)),
        "peer_distribution.csv": csv_text(
            "measure_id period_start period_end peer_dimension peer_group unit n n_missing min p10 p25 median p75 p90 max "
            "mean weighted_mean sd suppressed_reason",
            [row for row in distribution if row[0] in FULLY_LISTED or row[3] == "national"]),
        "peer_distribution_counts.csv": csv_text(
            "measure_id period_start peer_dimension shown_at_most fewer_than_minimum complementary_at_least", distribution_counts(distribution)),
        "recommendation.csv": csv_text(
            "organization_id measure_id period_start period_end value n peer_group peers threshold is_recommended decision",
            recommendation(landing, organizations[last])),
    }


def source_reads(nights):
    return [
        [night, source, as_of, file, read_rows, len(landed), len(rejected)]
        for night, landing in nights.items()
        for source, (as_of, file, read_rows, landed, rejected) in sorted(landing.items())
    ]


def problems(nights, organizations):
    rows = []
    for night, landing in nights.items():
        for source, (_, file, _, _, rejected) in sorted(landing.items()):
            rows += [[night, source, file, line, code, "true", None] for line, code in rejected]
        for source, line, code, organization_id in conform_problems(landing, organizations[night]):
            rows.append([night, source, landing[source][1], line, code, "false", organization_id])
    return rows


# The sample reads no live platform.
LIVE_TABLES = ("account_coverage", "account_insight", "discussion", "interaction")


def curated_counts(nights, organizations, posts):
    rows = []
    for night, landing in nights.items():
        links = landing.get("youtube-crosswalk", (0, 0, 0, {}))[3]
        videos = landing.get("youtube-videos", (0, 0, 0, {}))[3]
        reviews, outcomes = len(landing["nhs-feedback"][3]), len(outcomes_of(landing))
        observed = {"youtube:" + row["channel"] for row in videos.values()} & {row["account_id"] for row in links.values()}
        rows += [[night, "account", len(links), len(links), 0], [night, "account_day", len(observed), len(observed), 0]]
        rows += [[night, "organization", len(organizations[night]), len(organizations[night]), 0]]
        rows += [[night, "outcome", outcomes, outcomes, 0]]
        rows += [[night, "post", len(videos), len(posts[night]), len(videos) - len(posts[night])]]
        rows += [[night, "review", reviews, reviews, 0]]
        rows += [[night, table, 0, 0, 0] for table in LIVE_TABLES]
    return rows


def outcome_counts(landing):
    names = ("measure_id", "unit", "period_start", "period_end", "value_state")
    rows, with_n = Counter(), Counter()
    for source, _, row in outcomes_of(landing):
        key = (source, *(row[name] for name in names))
        rows[key] += 1
        with_n[key] += row["n"] is not None
    return [[*key, rows[key], with_n[key]] for key in sorted(rows, key=lambda key: [part or "" for part in key])]


def planted_identifiers():
    """Texts that must appear nowhere in the lake, the warehouse, the site or a log."""
    found = []
    for source, file, columns in (
        ("nhs-feedback", "nhs/patient_feedback_labelled.csv", ("feedback",)),
        ("youtube-videos", "youtube/health_videos.csv", ("title", "description")),
    ):
        header, rows = rows_of(file)
        for line, fields in rows:
            for column in columns:
                for kind, text in identifiers(fields[header.index(column)]):
                    found.append([source, line, kind, text])
    return found


def distribution_counts(distribution):
    counts = defaultdict(Counter)
    for row in distribution:
        counts[row[0], row[1], row[3]][row[-1]] += 1
    return [[*key, reasons[None], reasons["FEWER_THAN_MINIMUM"], reasons["COMPLEMENTARY"]] for key, reasons in counts.items()]


def main(arguments):
    made = {name: text.encode("utf-8") for name, text in expected_files().items()}
    if arguments == ["--check"]:
        differing = [name for name, content in made.items() if not same(EXPECTED / name, content)]
        if differing:
            sys.exit("Cannot confirm the expected answers: not what make_expected.py computes: " + ", ".join(differing))
        print(f"{len(made)} expected files are what make_expected.py computes")
        return
    if arguments:
        sys.exit("Cannot read the arguments: give none, or --check")
    EXPECTED.mkdir(exist_ok=True)
    for name, content in made.items():
        (EXPECTED / name).write_bytes(content)
        print(f"{name}: {content.count(chr(10).encode()) - 1} rows, {len(content)} bytes")


def same(path, content):
    return path.is_file() and path.read_bytes() == content


if __name__ == "__main__":
    main(sys.argv[1:])
