"""Figures of each kind as an author writes them, for the minimal project."""

from __future__ import annotations

from textwrap import dedent

from tests.conftest import ProjectFolder

LESSON = "course/basics/first/start"
UNIT = "basics/first/start"

FACTS = """
  - {id: want-work, kind: share, value: 7, year: 2022, n: 568, source: report, place: L2,
     status: historical, review_by: "2027-06-30",
     about: {fi: Haluaa töihin., sv: Vill arbeta., en: Wants to work.}}
  - {id: in-2019, kind: number, value: 1240, year: 2019, source: report, place: L3,
     status: historical, review_by: "2027-06-30",
     about: {fi: Asiakkaita., sv: Klienter., en: Clients.}}
  - {id: in-2020, kind: number, value: 860, year: 2020, source: report, place: L3,
     status: historical, review_by: "2027-06-30",
     about: {fi: Asiakkaita., sv: Klienter., en: Clients.}}
  - {id: in-2023, kind: number, value: 2105.5, year: 2023, source: report, place: L3,
     status: current, review_by: "2027-06-30",
     about: {fi: Asiakkaita., sv: Klienter., en: Clients.}}
  - {id: group-size, kind: range, value: [200, 700], year: 2023, source: report, place: L3,
     status: current, review_by: "2027-06-30",
     about: {fi: Asiakkaita., sv: Klienter., en: Clients.}}
"""

BAR = """\
kind: bar
title: {fi: Mitä kuntoutujille kuului vuoden päästä, sv: Hur det gick efter ett år, en: One year later}
description:
  fi: 'Vuoden päästä {{ fact("share-employed") }} oli töissä ja {{ fact("want-work") }} etsi työtä.'
  sv: 'Efter ett år hade {{ fact("share-employed") }} arbete och {{ fact("want-work") }} sökte arbete.'
  en: 'A year later {{ fact("share-employed") }} had a job and {{ fact("want-work") }} looked for one.'
note: {fi: "Kysely 2022, n = 568. Luvut ovat historiaa.", sv: "Enkät 2022, n = 568. Historiska siffror.", en: "Survey 2022, n = 568. The figures are history."}
unit: {fi: Osuus vastaajista, sv: Andel av dem som svarade, en: Share of those who replied}
series:
  - label: {fi: Palkkatyössä tai yrittäjänä, sv: I lönearbete eller företagare, en: Employed or self-employed}
    fact: share-employed
  - label: {fi: "Työnhakijana, ja työkyvyn tuen tarve on arvioitu työllisyysalueella", sv: Arbetssökande, en: Looking for work}
    fact: want-work
"""

LINE = """\
kind: line
title: {fi: Asiakkaat vuosittain, sv: Klienter per år, en: Clients by year}
description: {fi: Määrä laski ja nousi sitten., sv: Antalet sjönk och steg sedan., en: The number fell and then rose.}
note: {fi: "Tilasto 2019–2023.", sv: "Statistik 2019–2023.", en: "Statistics 2019–2023."}
unit: {fi: Asiakasta vuoden lopussa, sv: Klienter i slutet av året, en: Clients at the end of the year}
series:
  - {label: {fi: "2019", sv: "2019", en: "2019"}, fact: in-2019}
  - {label: {fi: "2020", sv: "2020", en: "2020"}, fact: in-2020}
  - {label: {fi: "2023", sv: "2023", en: "2023"}, fact: in-2023}
"""

FLOW = """\
kind: flow
title: {fi: Työkyvyn tuen prosessi, sv: Stödprocessen, en: The support process}
description: {fi: "Tarve tunnistetaan, suunnitelma tehdään ja sitä seurataan, kunnes tavoite on saavutettu.", sv: "Behovet identifieras, en plan görs och följs upp tills målet har nåtts.", en: "The need is noticed, a plan is made and followed until the goal is reached."}
sources: [report]
steps:
  - id: notice
    text: {fi: Tuen tarve tunnistetaan, sv: Stödbehovet identifieras, en: The need is noticed}
  - id: need
    text: {fi: Tarvitaanko monialaista tukea?, sv: Behövs sektorsövergripande stöd?, en: Is multidisciplinary support needed?}
    to:
      - {step: team, label: {fi: Kyllä, sv: Ja, en: "Yes"}}
      - {step: own, label: {fi: Ei, sv: Nej, en: "No"}}
  - id: team
    text: {fi: Työkyvyn tuen tiimi kokoaa palvelut asiakkaan kanssa, sv: Teamet samlar tjänsterna med klienten, en: The team puts the services together with the client}
    to: [follow]
  - id: own
    text: {fi: Oma työntekijä jatkaa, sv: Egen kontaktperson fortsätter, en: The own worker goes on}
    to: [follow]
  - id: follow
    text: {fi: Saavutettiinko tavoite?, sv: Nåddes målet?, en: Was the goal reached?}
    to:
      - {step: end, label: {fi: Kyllä, sv: Ja, en: "Yes"}}
      - {step: need, label: {fi: Ei vielä, sv: Inte än, en: Not yet}}
  - id: end
    text: {fi: Tuki päättyy, sv: Stödet avslutas, en: Support ends}
"""

TIMELINE = """\
kind: timeline
title: {fi: Työkyvyn tuen vaiheet, sv: Stödets skeden, en: Stages of the support}
description: {fi: Ohjelma alkoi 2019 ja päättyi 2023., sv: Programmet började 2019 och slutade 2023., en: The programme ran from 2019 to 2023.}
sources: [report]
events:
  - {date: 2019, text: {fi: Työkykyohjelma alkaa., sv: Programmet startar., en: The programme begins.}}
  - {date: "2021-05", text: {fi: Ensimmäiset kuntakokeilut kokeilevat työkyvyn tuen tiimejä yhdessä sosiaali- ja terveyspalvelujen kanssa., sv: De första försöken., en: The first trials.}}
  - {date: "2023-01-01", text: {fi: Hyvinvointialueet aloittavat., sv: Välfärdsområdena startar., en: Wellbeing services counties begin.}}
  - {date: {fi: Vuodesta 2025, sv: Från 2025, en: Since 2025}, text: {fi: Työllisyysalueet vastaavat työvoimapalveluista., sv: Sysselsättningsområden svarar., en: Employment areas are in charge.}}
"""

TABLE = """\
kind: table
title: {fi: Kuka tekee mitä, sv: Vem gör vad, en: Who does what}
description: {fi: Kolme toimijaa ja niiden tehtävät., sv: Tre aktörer och deras uppgifter., en: Three parties and their tasks.}
note: {fi: Tiedot vuodelta 2022., sv: Uppgifter från 2022., en: Data of 2022.}
columns:
  - {fi: Toimija, sv: Aktör, en: Party}
  - {fi: Tehtävä, sv: Uppgift, en: Task}
  - {fi: Osuus, sv: Andel, en: Share}
rows:
  - [{fi: Hyvinvointialue, sv: Välfärdsområde, en: County}, {fi: "Järjestää sosiaali- ja terveyspalvelut ja kokoaa tiimin", sv: Ordnar tjänsterna, en: Organises services}, {fact: share-employed}]
  - [{fi: "Työllisyys\\u00ADalue", sv: Sysselsättningsområde, en: Employment area}, {fi: Vastaa työvoimapalveluista, sv: Svarar för arbetskraftsservice, en: Runs employment services}, {fact: want-work}]
  - [{fi: Kela, sv: FPA, en: Kela}, {fi: "Kuntoutus, etuudet ja neuvonta", sv: Rehabilitering, en: Rehabilitation}, {fact: group-size}]
"""

ALL = {"after": BAR, "clients": LINE, "process": FLOW, "stages": TIMELINE, "who": TABLE}


def add_figures(project: ProjectFolder, figures: dict[str, str] = ALL) -> None:
    """Writes figures of the lesson, shows them in all its languages and adds their facts."""
    facts = project.root / "course/facts.yml"
    facts.write_text(facts.read_text(encoding="utf-8") + FACTS.lstrip("\n"), encoding="utf-8")
    for id, text in figures.items():
        project.write(f"{LESSON}/figures/{id}.yml", dedent(text))
    for language in ("fi", "sv", "en"):
        file = project.root / LESSON / f"{language}.md"
        marks = "\n\n".join(f"<!-- figure: {id} -->" for id in figures)
        text = file.read_text(encoding="utf-8").replace(
            "<!-- quiz -->", f"<!-- quiz -->\n\n{marks}"
        )
        file.write_text(text, encoding="utf-8")
