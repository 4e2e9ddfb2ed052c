import type { Id } from "#core/id.ts";

/** Guides are pages whose name begins like this; their address is shorter. */
export const guidePrefix = "wissen-";

const desk = "/buero/inhalte";

/** Where a town's own page stands; a guide stands among the guides. */
const page = (slug: string): string =>
  slug.startsWith(guidePrefix) ? `/wissen/${slug.slice(guidePrefix.length)}` : `/seite/${slug}`;

export const paths = {
  page,
  pageAddress: "/seite",
  guides: "/wissen",
  news: "/aktuelles",
  newsItem: (slug: string) => `/aktuelles/${slug}`,
  newsFeed: "/aktuelles/feed.xml",
  calendar: "/kalender",
  calendarFile: "/kalender.ics",
  calendarData: "/kalender.json",
  date: (slug: string) => `/kalender/${slug}`,
  dateFile: (slug: string) => `/kalender/${slug}/termin.ics`,
  legalNotice: "/impressum",
  privacy: "/datenschutz",
  accessibility: "/barrierefreiheit",
  easy: "/leichte-sprache",
  help: "/hilfe",
  helpBook: (book: string) => `/hilfe/${book}`,
  settings: "/buero/einstellungen",
  ask: "/fragen",
  reportBarrier: "/fragen?thema=barrier",
  mine: "/mein",
  offers: "/angebote",
  organization: (slug: string) => `/organisationen/${slug}`,
  organizationCalendar: (slug: string) => `/organisationen/${slug}/kalender.ics`,
  desk,
  deskNewPage: `${desk}/neu`,
  deskPage: (id: Id<"page">) => `${desk}/${id}`,
  deskPageState: (id: Id<"page">) => `${desk}/${id}/sichtbarkeit`,
  deskNews: `${desk}/aktuelles`,
  deskNewNews: `${desk}/aktuelles/neu`,
  deskNewsItem: (id: Id<"news">) => `${desk}/aktuelles/${id}`,
  deskNewsState: (id: Id<"news">) => `${desk}/aktuelles/${id}/sichtbarkeit`,
  deskDates: `${desk}/termine`,
  mineDates: "/mein/termine",
} as const;
