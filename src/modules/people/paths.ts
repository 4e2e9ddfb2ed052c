import type { Id } from "#core/id.ts";

type Person = Id<"person">;

/** Every address of the people, their sign-in and their own data. */
export const paths = {
  signIn: (to?: string) => (to ? `/anmelden?weiter=${encodeURIComponent(to)}` : "/anmelden"),
  requestLink: "/anmelden/link",
  linkSent: "/anmelden/gesendet",
  link: (token: string) => `/anmelden/link/${token}`,
  password: "/anmelden/passwort",
  demo: "/anmelden/demo",
  passkey: "/anmelden/schluessel",
  passkeyQuestion: "/anmelden/schluessel/frage",
  secondFactor: "/anmelden/zweiter-schritt",
  welcome: (to?: string) =>
    to && to !== "/" ? `/anmelden/willkommen?weiter=${encodeURIComponent(to)}` : "/anmelden/willkommen",
  signOut: "/abmelden",

  people: "/buero/menschen",
  newPerson: "/buero/menschen/neu",
  edit: (id: Person) => `/buero/menschen/${id}/bearbeiten`,
  personConsents: (id: Person) => `/buero/menschen/${id}/einwilligungen`,
  personConsentEnd: (id: Person) => `/buero/menschen/${id}/einwilligungen/widerruf`,
  code: (id: Person) => `/buero/menschen/${id}/code`,
  roles: (id: Person) => `/buero/menschen/${id}/rollen`,
  roleEnd: (id: Person) => `/buero/menschen/${id}/rollen/ende`,
  secondFactorReset: (id: Person) => `/buero/menschen/${id}/rollen/zweiter-faktor`,
  lock: (id: Person) => `/buero/menschen/${id}/rollen/sperre`,
  /** The file itself belongs to placements. */
  file: (id: Person) => `/buero/akten/${id}`,

  mine: "/mein",
  myData: "/mein/daten",
  myEmail: "/mein/daten/e-mail",
  confirmEmail: (token: string) => `/mein/daten/e-mail/${token}`,
  /** Everything of all modules; drawn by the roof, which sees them all. */
  everything: "/mein/daten/alles",
  everythingJson: "/mein/daten/alles.json",
  leave: "/mein/daten/abschied",
  myConsents: "/mein/einwilligungen",
  myConsentEnd: "/mein/einwilligungen/widerruf",
  looks: "/mein/einblicke",
  /** How often, and about what, somebody hears from us. */
  myMessages: "/mein/nachrichten",
  /** The same without signing in, from the foot of a letter. */
  messagesLink: (token: string) => `/nachrichten/${token}`,
  /** One's own calendar; drawn by the roof, which sees what all modules put into it. */
  myCalendar: "/mein/kalender",
  myCalendarEnd: "/mein/kalender/ende",
  calendarFile: (token: string) => `/kalender/persoenlich/${token}.ics`,
  claim: "/mein/akte",
  security: "/mein/sicherheit",
  setPassword: "/mein/sicherheit/passwort",
  passkeys: "/mein/sicherheit/schluessel",
  newPasskeyQuestion: "/mein/sicherheit/schluessel/frage",
  passkeyEnd: "/mein/sicherheit/schluessel/ende",
  mySecondFactor: "/mein/sicherheit/zweiter-schritt",
  secondFactorStart: "/mein/sicherheit/zweiter-schritt/beginn",
  secondFactorEnd: "/mein/sicherheit/zweiter-schritt/ende",
  sessionEnd: "/mein/sicherheit/geraete/ende",
} as const;
