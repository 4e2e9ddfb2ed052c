/** Every address of the desk. */
export const paths = {
  ask: "/fragen",
  asked: (number: number) => `/fragen/danke?nummer=${number}`,
  worklist: "/buero",
  done: "/buero/erledigt",
  view: (view: string) => (view === "all" ? "/buero" : `/buero?ansicht=${view}`),
  row: (id: string, view = "all") => `/buero?${view === "all" ? "" : `ansicht=${view}&`}zeile=${id}#akte`,
  group: (group: string, view = "all") => `/buero?${view === "all" ? "" : `ansicht=${view}&`}gruppe=${group}`,
  task: (id: string) => `/buero/aufgaben/${id}`,
  taskPart: (id: string, noun: "uebernahme" | "erledigung" | "vertagung" | "zuweisung" | "rueckkehr") =>
    `/buero/aufgaben/${id}/${noun}`,
  inquiries: "/buero/anfragen",
  newInquiry: "/buero/anfragen/neu",
  inquiry: (id: string) => `/buero/anfragen/${id}`,
  inquiryPart: (id: string, noun: "antworten" | "person" | "abschluss" | "termin") =>
    `/buero/anfragen/${id}/${noun}`,
  appointments: "/buero/termine",
  week: (day: string) => `/buero/termine?woche=${day}`,
  appointment: (id: string) => `/buero/termine/${id}`,
  appointmentPart: (id: string, noun: "buchung" | "ergebnis" | "absage") => `/buero/termine/${id}/${noun}`,
  slots: "/buero/termine/zeiten",
  own: (token: string) => `/termin/${token}`,
  ownPart: (token: string, noun: "absage" | "verlegung") => `/termin/${token}/${noun}`,
  ownCalendar: (token: string) => `/termin/${token}/termin.ics`,
  mine: "/mein/anfragen",
  cancelMine: (id: string) => `/mein/anfragen/termine/${id}/absage`,
  substitution: "/buero/vertretung",
  endSubstitution: (id: string) => `/buero/vertretung/${id}/ende`,
  /** The file of a person, kept above the desk. */
  file: (personId: string) => `/buero/akten/${personId}`,
} as const;
