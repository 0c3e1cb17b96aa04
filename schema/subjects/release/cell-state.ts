/** What stands in a cell that a figure could stand in. */
export enum CellState {
  VALUE = "VALUE",
  DASH = "DASH",
  BLANK = "BLANK",
  IMPLIED_ZERO = "IMPLIED_ZERO",
}
