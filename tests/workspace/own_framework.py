"""A department's own framework and scores beside the small workspace, to read and to spoil."""

from __future__ import annotations

from tests.workspace.spoiling import Case
from tests.workspaces import line_of

BASE = "data/catalogue/frameworks/so.yaml"
TABLE = "data/catalogue/frameworks/so.csv"
SCORES = "data/assessments/cham.csv"
LISTED = "data/assessments/cham.yaml"

FRAMEWORK = """framework:
  id: so-2023
  name: Bộ chỉ số của Sở
  name_en: The department's set
  short: Sở 2023
  short_en: Department 2023
  kind: province
  total: 100
  document: nb-kh-01-2023
  indicator: dti
  rank: dti_hang
  first_year: 2023
  last_year: 2024
parts:
  - code: "1"
    name: Chính quyền số
    name_en: Digital government
    max_points: 60
    pillar: chinh_quyen_so
    lead: nb-stttt
    parts:
      - {code: "1.1", name: Hồ sơ trực tuyến, max_points: 40, due: Quý IV/2023, evidence: Báo cáo}
      - {id: so-hoa, code: "1.2", name: Số hóa, max_points: 20}
  - code: "2"
    name: Xã hội số
    max_points: 40
"""
COLUMNS = "code,name,max_points,due"
ROWS = (
    "1,Chính quyền số,60,",
    "1.1,Hồ sơ trực tuyến,40,Quý IV/2023",
    "1.2,Số hóa,20,",
    "2,Xã hội số,40,",
)
BY_TABLE = FRAMEWORK.partition("parts:")[0] + "  table: so.csv\n"
ROW = "a1,so-2023,1.1,37,2023-01-01,2023-12-31,38,35.5,Báo cáo 9,nb-vpub,,bao_nb,2024-01-07,,"
HEADER = (
    "id,framework,part,unit,start,end,self_assessment,appraised,evidence,lead,due,source,"
    "published_on,note,note_en"
)


def base(*swaps: tuple[str, str]) -> str:
    """The framework with every first part, which must be there once, replaced by the second."""
    text = FRAMEWORK
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def table(*rows: str) -> str:
    """The framework's table of these rows, else of the usual ones."""
    return "\n".join((COLUMNS, *(rows or ROWS))) + "\n"


def scores(*rows: str) -> str:
    """The table of scores."""
    return "\n".join((HEADER, *rows)) + "\n"


def in_base(code: str, at: str, key: str, *swaps: tuple[str, str]) -> Case:
    """A framework with something wrong on the line that holds ``at``."""
    text = base(*swaps)
    return Case(code, BASE, text, line_of(text, at), key)


def in_table(code: str, line: int, key: str, *rows: str) -> Case:
    """A framework's table with something wrong on a line."""
    return Case(code, TABLE, table(*rows), line, key, {BASE: BY_TABLE})


def in_scores(code: str, line: int, key: str, *rows: str) -> Case:
    """Scores with something wrong on a line."""
    return Case(code, SCORES, scores(*rows), line, key, {BASE: FRAMEWORK})


def score(id_: str = "a1", **changes: str) -> str:
    """The row of scores with other cells."""
    cells = dict(zip(HEADER.split(","), ROW.split(","), strict=True)) | {"id": id_} | changes
    assert len(cells) == len(HEADER.split(","))
    return ",".join(cells.values())
