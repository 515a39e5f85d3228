/** What a chart that leaves the page says of itself. */
export interface ChartSource {
  /** Whose chart it is: "EXAMPLE CORP EXMP". */
  title: string;
  /** Invented sample data: said on the picture too. */
  isFictional: boolean;
}
