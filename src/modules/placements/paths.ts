import type { Id } from "#core/id.ts";

type Person = Id<"person">;
type Referral = Id<"referral">;

/** What the office does to one referral; each is a form of its own. */
export type ReferralPart =
  | "freigabe"
  | "anfrage"
  | "antwort"
  | "schnuppern"
  | "einsatz"
  | "ende"
  | "ruecknahme"
  | "link";

/** Every address of consultations, referrals and follow-ups. */
export const paths = {
  files: "/buero/akten",
  file: (id: Person) => `/buero/akten/${id}`,
  fileAt: (id: Person, part: "vermittlungen" | "vorschlaege" | "gespraeche" | "merkliste") =>
    `/buero/akten/${id}#${part}`,
  moreSuggestions: (id: Person) => `/buero/akten/${id}?vorschlaege=alle#vorschlaege`,
  newConsultation: (id: Person) => `/buero/akten/${id}/gespraech`,
  consultation: (id: Person, consultation: Id<"consultation">) =>
    `/buero/akten/${id}/gespraech/${consultation}`,
  sheet: (id: Person) => `/buero/akten/${id}/bogen`,
  shortlist: (id: Person) => `/buero/akten/${id}/merkliste`,
  shortlistEnd: (id: Person) => `/buero/akten/${id}/merkliste/entfernen`,
  newReferral: (id: Person, opportunity: string) => `/buero/akten/${id}/vorschlag?angebot=${opportunity}`,
  propose: (id: Person) => `/buero/akten/${id}/vorschlag`,

  register: "/buero/vermittlungen",
  referral: (id: Referral) => `/buero/vermittlungen/${id}`,
  referralPart: (id: Referral, part: ReferralPart) => `/buero/vermittlungen/${id}/${part}`,
  followUp: (id: Id<"followUp">) => `/buero/vermittlungen/nachfragen/${id}`,

  /** The links in our mails: they show, and change something only when a button is pressed. */
  release: "/freigabe",
  releaseLink: (token: string) => `/freigabe/${token}`,
  releaseEnd: (token: string) => `/freigabe/${token}/ruecknahme`,
  answer: "/antwort",
  answerLink: (token: string) => `/antwort/${token}`,
  followUps: "/nachfrage",
  followUpLink: (token: string) => `/nachfrage/${token}`,

  mine: "/mein/vermittlungen",
  myReferral: (id: Referral) => `/mein/vermittlungen/${id}`,
  myReferralPart: (id: Referral, part: "freigabe" | "ruecknahme" | "antwort") =>
    `/mein/vermittlungen/${id}/${part}`,
  myFollowUp: (id: Id<"followUp">) => `/mein/vermittlungen/nachfragen/${id}`,
} as const;
