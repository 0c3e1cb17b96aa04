"""Writes tables of the contract and one sheet of traps in the formats of several programs. See README.md."""

import csv
import datetime
import pathlib
import re
import subprocess
import tempfile

import openpyxl
import pandas
import pyexcelerate
import xlsxwriter
import xlwt

here = pathlib.Path(__file__).parent
feeds = here.parent.parent / "contract" / "feeds"
scratch = pathlib.Path(tempfile.mkdtemp())


def rows(name, encoding="utf-8-sig"):
    with open(feeds / name, encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def libreoffice(source, target, form, *options):
    """Opens a file in LibreOffice and saves it in another format."""
    extension = form.split(":")[0]
    subprocess.run(
        ["soffice", "--headless", "--convert-to", form, *options, "--outdir", scratch / "out", source],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (scratch / "out" / source.with_suffix(f".{extension}").name).rename(here / target)


# CSV as LibreOffice opens it in the Korean locale; column 7 of the outlets is text, or its codes became dates.
korean = "--infilter=CSV:44,34,76,1,{},1042,false,true"
sales, outlets = feeds / "09-판매장매출.csv", feeds / "08-판매장.csv"
libreoffice(sales, "09-outlet-sales-libreoffice.xls", "xls", korean.format(""))
libreoffice(sales, "09-outlet-sales-libreoffice.ods", "ods", korean.format(""))
libreoffice(sales, "09-outlet-sales-libreoffice.xml", "xml:MS Excel 2003 XML", korean.format(""))
libreoffice(sales, "09-outlet-sales-html-libreoffice.xls", "html:HTML (StarCalc)", korean.format(""))
libreoffice(outlets, "08-outlet-libreoffice.ods", "ods", korean.format("7/2"))
libreoffice(outlets, "08-outlet-libreoffice.xls", "xls", korean.format("7/2"))


def typed(cell):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return datetime.date.fromisoformat(cell)
    return int(cell.replace(",", "")) if re.fullmatch(r"[\d,]+", cell) else cell or None


# Dates and amounts as typed cells.
heading, *data = rows("05-사회적경제기업.csv", "cp949")
workbook = xlsxwriter.Workbook(here / "05-enterprise-xlsxwriter.xlsx", {"default_date_format": "yyyy. m. d."})
sheet = workbook.add_worksheet("기업")
for number, row in enumerate([heading, *map(lambda one: map(typed, one), data)]):
    for column, cell in enumerate(row):
        if cell is not None:
            sheet.write(number, column, cell)
workbook.close()

heading, *data = rows("10-아카데미.csv")
workbook = pyexcelerate.Workbook()
workbook.new_sheet("과정", data=[heading, *([typed(cell) for cell in row] for row in data)])
workbook.save(here / "10-academy-pyexcelerate.xlsx")

# Rates as percent cells.
heading, *data = rows("07-구매목표.csv")
workbook = xlwt.Workbook(encoding="utf-8")
sheet = workbook.add_sheet("목표")
percent = xlwt.easyxf(num_format_str="0.0%")
for column, cell in enumerate(heading):
    sheet.write(0, column, cell)
for number, (year, department, basis, rate) in enumerate(data, start=1):
    for column, cell in enumerate([int(year), department, basis]):
        sheet.write(number, column, cell)
    sheet.write(number, 3, float(rate) / 100, percent)
workbook.save(here / "07-target-xlwt.xls")

heading, *data = rows("10-아카데미.csv")
frame = pandas.DataFrame([[typed(cell) for cell in row] for row in data], columns=heading, dtype=object)
frame.to_excel(here / "10-academy-pandas.ods", index=False, engine="odf")

# What a cell stores is not what it displays; merged, hidden and filtered parts; a formula without a result.
workbook = openpyxl.Workbook()
sheet = workbook.active
sheet.title = "함정"
for row in [
    ["이름", "값", "비고"],
    ["배율", 5035146000, "천"],
    ["배율 둘", 5035146000, "백만"],
    ["단위", 371, "단위"],
    ["부호", 371, "세모"],
    ["숨김", 371, "빈 표시"],
    ["긴 수", 1234567890123456, "16자리"],
    ["백분율", 0.185, "백분율"],
    ["날짜", datetime.date(2025, 3, 1), "날짜"],
    ["날짜와 시각", datetime.datetime(2025, 3, 1, 9, 30), "시각"],
    ["번호", 123456789, "사업자"],
    ["합침", 10, "첫 줄"],
    [None, None, "둘째 줄"],
    ["숨은 행", 1, "숨김"],
]:
    sheet.append(row)
formats = ['#,##0,', '#,##0.0,,', '#,##0"천원"', '"△"#,##0', ";;;", "0", "0.0%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"]
for line, pattern in enumerate([*formats, "000-00-00000"], start=2):
    sheet.cell(line, 2).number_format = pattern
sheet.merge_cells("A12:A13")
sheet.merge_cells("B12:B13")
sheet.row_dimensions[14].hidden = True
sheet.column_dimensions["C"].hidden = True
hidden = workbook.create_sheet("숨은 시트")
hidden.append(["안 보임"])
hidden.sheet_state = "hidden"
workbook.save(here / "traps-openpyxl.xlsx")
libreoffice(here / "traps-openpyxl.xlsx", "traps-libreoffice.xls", "xls")
libreoffice(here / "traps-openpyxl.xlsx", "traps-libreoffice.ods", "ods")
libreoffice(here / "traps-openpyxl.xlsx", "traps-libreoffice.xlsx", "xlsx")

# Formulas as programs write them that do not calculate: without a result, and with 0.
workbook = openpyxl.Workbook()
workbook.active.title = "수식"
for row in [["합계", "=SUM(100,200)"], ["글", '=A1&"!"']]:
    workbook.active.append(row)
workbook.save(here / "formulas-openpyxl.xlsx")
workbook = xlsxwriter.Workbook(here / "formulas-xlsxwriter.xlsx")
sheet = workbook.add_worksheet("수식")
sheet.write("A1", "합계")
sheet.write_formula("B1", "=SUM(100,200)")
sheet.write("A2", "차이")
sheet.write_formula("B2", "=A1-A1", None, 7)
workbook.close()
workbook = xlwt.Workbook()
sheet = workbook.add_sheet("수식")
sheet.write(0, 0, "합계")
sheet.write(0, 1, xlwt.Formula("SUM(100,200)"))
workbook.save(here / "formulas-xlwt.xls")
