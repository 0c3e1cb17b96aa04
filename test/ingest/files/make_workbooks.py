"""Writes the workbooks of this folder from the CSV feeds of the contract. See README.md."""

import csv
import datetime
import pathlib
import re
import subprocess
import tempfile

import openpyxl

here = pathlib.Path(__file__).parent
feeds = here.parent.parent / "contract" / "feeds"
scratch = pathlib.Path(tempfile.mkdtemp())


def rows(name, encoding="utf-8-sig"):
    with open(feeds / name, encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def libreoffice(source, target, *options):
    """Opens a file in LibreOffice and saves it as a workbook."""
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx", *options, "--outdir", scratch / "out", source],
        check=True,
    )
    (scratch / "out" / source.with_suffix(".xlsx").name).rename(here / target)




def opened_in_korean(column_formats=""):
    """CSV as LibreOffice opens it in the Korean locale: dates and amounts become typed cells."""
    return f"--infilter=CSV:44,34,76,1,{column_formats},1042,false,true"


# Left alone, it takes the pledge code 1-1-1 for a date. 7/2 keeps that column as text.
libreoffice(feeds / "08-판매장.csv", "08-outlet-codes-as-dates.xlsx", opened_in_korean())
libreoffice(feeds / "08-판매장.csv", "08-outlet-libreoffice.xlsx", opened_in_korean("7/2"))
libreoffice(feeds / "09-판매장매출.csv", "09-outlet-sales-libreoffice.xlsx", opened_in_korean())

# A title merged over the heading, dates shown as 2023년 2월 22일, a hidden sheet.
heading, *data = rows("05-사회적경제기업.csv", "cp949")
workbook = openpyxl.Workbook()
sheet = workbook.active
sheet.title = "사회적경제기업"
sheet.append(["사회적경제기업 현황"])
sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heading))
sheet.append(heading)
for row in data:
    dated = [datetime.date.fromisoformat(c) if re.fullmatch(r"\d{4}-\d\d-\d\d", c) else c or None for c in row]
    sheet.append(dated)
for row in sheet.iter_rows(min_row=3):
    for cell in row:
        if isinstance(cell.value, datetime.date):
            cell.number_format = 'yyyy"년" m"월" d"일"'
notes = workbook.create_sheet("메모")
notes.sheet_state = "hidden"
notes.append(["담당자만 보는 시트"])
workbook.save(here / "05-enterprise-openpyxl.xlsx")

# Rates as numbers with a percent format.
heading, *data = rows("07-구매목표.csv")
workbook = openpyxl.Workbook()
sheet = workbook.active
sheet.append(heading)
for year, department, basis, rate in data:
    sheet.append([int(year), department, basis, float(rate) / 100])
    sheet.cell(sheet.max_row, 4).number_format = "0.0%"
workbook.save(scratch / "targets.xlsx")
libreoffice(scratch / "targets.xlsx", "07-target-libreoffice.xlsx")

# Head counts as formulas, whose results LibreOffice stores.
heading, *data = rows("10-아카데미.csv")
workbook = openpyxl.Workbook()
sheet = workbook.active
sheet.append(heading)
for row in data:
    halves = [f"={int(c) // 2}+{int(c) - int(c) // 2}" if c.isdigit() else c or None for c in row]
    sheet.append(halves)
workbook.save(scratch / "academy.xlsx")
libreoffice(scratch / "academy.xlsx", "10-academy-libreoffice.xlsx")
