/** What a fact, and so a change, can be about. */
export enum Subject {
  PLEDGE = "PLEDGE",
  REPORT = "REPORT",
  FUNDING = "FUNDING",
  ENTERPRISE = "ENTERPRISE",
  PURCHASE = "PURCHASE",
  PURCHASE_TARGET = "PURCHASE_TARGET",
  OUTLET = "OUTLET",
  OUTLET_SALES = "OUTLET_SALES",
  COURSE = "COURSE",
}
