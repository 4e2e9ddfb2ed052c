import type { Id } from "#core/id.ts";

type SurveyId = Id<"survey">;
type ReleaseId = Id<"surveyRelease">;

const listing = "/umfragen";
const answer = (slug: string) => `${listing}/${slug}`;
const register = "/fragebogen";
const survey = (id: SurveyId) => `${register}/${id}`;

/**
 * Every address of the surveys. A survey is written at one address by the office and by the organization alike, as
 * shift plans are; only the menus that lead there differ.
 */
export const paths = {
  /** For those who answer and read. */
  listing,
  answer,
  resume: (slug: string) => `${answer(slug)}/weiter`,
  code: (slug: string) => `${answer(slug)}/code`,
  page: (slug: string, page: string) => `${answer(slug)}/seite/${page}`,
  /** Everything on one page. */
  atOnce: (slug: string) => `${answer(slug)}/alles`,
  review: (slug: string) => `${answer(slug)}/absenden`,
  thanks: (slug: string) => `${answer(slug)}/danke`,
  contact: (slug: string) => `${answer(slug)}/kontakt`,
  privacy: (slug: string) => `${answer(slug)}/anonym`,
  /** "Do not remind me any more." */
  decline: (slug: string) => `${answer(slug)}/keine-erinnerung`,
  paper: (slug: string) => `${answer(slug)}/papier.pdf`,
  results: (slug: string) => `${answer(slug)}/ergebnisse`,
  release: (slug: string, number: number) => `${answer(slug)}/ergebnisse/${number}`,
  releaseFile: (slug: string, number: number, ending: "pdf" | "csv" | "json") =>
    `${answer(slug)}/ergebnisse/${number}.${ending}`,
  /** For those who ask. */
  register,
  add: `${register}/neu`,
  survey,
  settings: (id: SurveyId) => `${survey(id)}/einstellungen`,
  opening: (id: SurveyId) => `${survey(id)}/beginn`,
  closing: (id: SurveyId) => `${survey(id)}/ende`,
  questions: (id: SurveyId) => `${survey(id)}/fragen`,
  question: (id: SurveyId, name: string) => `${survey(id)}/fragen/${name}`,
  wording: (id: SurveyId) => `${survey(id)}/titel`,
  undo: (id: SurveyId) => `${survey(id)}/zuruecknahme`,
  preview: (id: SurveyId) => `${survey(id)}/vorschau`,
  trial: (id: SurveyId) => `${survey(id)}/probe`,
  blocks: (id: SurveyId) => `${survey(id)}/bausteine`,
  imports: (id: SurveyId) => `${survey(id)}/einlesen`,
  exports: (id: SurveyId) => `${survey(id)}/ausgabe`,
  exported: (id: SurveyId, file: string) => `${survey(id)}/ausgabe/${file}`,
  invitations: (id: SurveyId) => `${survey(id)}/einladungen`,
  invitationLetters: (id: SurveyId) => `${survey(id)}/einladungen/briefe`,
  invitationMails: (id: SurveyId) => `${survey(id)}/einladungen/versand`,
  reminders: (id: SurveyId) => `${survey(id)}/einladungen/erinnerung`,
  uninvited: (id: SurveyId) => `${survey(id)}/einladungen/entfernen`,
  progress: (id: SurveyId) => `${survey(id)}/ruecklauf`,
  contacts: (id: SurveyId) => `${survey(id)}/kontakte`,
  batches: (id: SurveyId) => `${survey(id)}/papier`,
  batch: (id: SurveyId, batch: Id<"paperBatch">) => `${survey(id)}/papier/${batch}`,
  sheet: (id: SurveyId, batch: Id<"paperBatch">, sheet: number) => `${survey(id)}/papier/${batch}/${sheet}`,
  counts: (id: SurveyId) => `${survey(id)}/auswertung`,
  texts: (id: SurveyId) => `${survey(id)}/texte`,
  releases: (id: SurveyId) => `${survey(id)}/ergebnisse`,
  draftRelease: (id: SurveyId, release: ReleaseId) => `${survey(id)}/ergebnisse/${release}`,
} as const;
