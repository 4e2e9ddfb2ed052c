import { messages } from "#core/messages.ts";
import type { Fault, Loss } from "#methods/questionnaire-conversion.ts";
import de from "./vocabulary.de.json" with { type: "json" };

const say = messages(
  {
    loss_kind: "There is no such kind of question here: {what}",
    loss_asText: "It is asked as a text: {what}",
    loss_preset: "An answer is never filled in beforehand: {what}",
    loss_condition: "The condition cannot be followed, the question is always shown: {what}",
    loss_filter: "The filter of the choices cannot be followed, all are shown: {what}",
    loss_check: "The rule for the answer cannot be followed: {what}",
    loss_requiredWhen: "An answer is required always or never, not under a condition: {what}",
    loss_requiredPart: "An answer is required for all lines or for none",
    loss_calculation: "The calculation cannot be followed: {what}",
    loss_repeat: "Questions that repeat are left out: {what}",
    loss_metadata: "Nothing is noted about devices and times: {what}",
    loss_column: "The column is not used here: {what}",
    loss_setting: "The setting does not exist here: {what}",
    loss_media: "Pictures, sounds and films are left out: {what}",
    loss_missing: "It asks for something that was left out: {what}",
    loss_readOnly: "A question can always be answered: {what}",
    loss_choicesElsewhere: "The choices stand in another file: {what}",
    loss_noChoices: "There are too few choices: {what}",
    loss_renamed: "It has another name here: {what}",
    loss_comment: "The field for a comment is left out",
    loss_trigger: "Nothing happens on its own while people answer: {what}",
    loss_quota: "Quotas are set under the settings: {what}",
    loss_steps: "Any number within the bounds can be given: {what}",
    loss_clock: "Only the day is asked, not the time",
    loss_lookup: "It looks something up that is not here: {what}",
    loss_limit: "There are more than fit: {what}",
    loss_program: "A program of its own is left out: {what}",
    loss_longText: "The text was shortened: {what}",
    loss_weights: "Points for answers are left out: {what}",
    fault_unreadable: "The file cannot be read. It may be damaged.",
    fault_kindOfFile: "This is no file of XLSForm (.xlsx), SurveyJS (.json) or LimeSurvey (.lss, .lsa).",
    fault_oldExcel: "This is a file of an old Excel (.xls). Open it and save it as “Excel workbook (.xlsx)”.",
    fault_tooLarge: "The file is larger than a questionnaire can be.",
    fault_declaration: "The file declares marks of its own, as no questionnaire does. It is not opened.",
    fault_noSurveySheet: "There is no sheet “survey”. The file has: {what}.",
    fault_noColumn: "The column “{what}” is missing.",
    fault_doubleColumn: "The column “{what}” is there twice.",
    fault_noName: "The column “name” is empty.",
    fault_doubleName: "The name “{what}” is there twice.",
    fault_noType: "The column “type” is empty.",
    fault_unknownType: "The type “{what}” is not known.",
    fault_noList: "The list of choices has no name.",
    fault_unknownList: "There is no list “{what}” in the sheet “choices”.",
    fault_doubleChoice: "The choice “{what}” is there twice in its list.",
    fault_noChoiceName: "A choice has no name.",
    fault_groupNotClosed: "It begins here and never ends: {what}.",
    fault_groupNotOpen: "It ends here and never began: {what}.",
    fault_expression: "This cannot be understood: {what}.",
    fault_unknownName: "There is no question {what}.",
    fault_noCalculation: "The column “calculation” is empty.",
    fault_empty: "There is no question in it that we can ask.",
    fault_shape: "It is not built like a questionnaire: {what}.",
    place_row: "Sheet “{sheet}”, row {row}",
  },
  { de },
);

type Reader = { readonly language: string };

/** Why something was not taken over, with what it was. */
export const lossInWords = (
  reader: Reader,
  { what, why }: { readonly what: string; readonly why: Loss },
): string => say(reader)(`loss_${why}`, { what } as never);

/** What is wrong with a file: sheet, row, name, and the reason. */
export const faultInWords = (reader: Reader, { sheet, row, where, what, why }: Fault): string => {
  const place = sheet !== undefined && row !== undefined ? say(reader)("place_row", { sheet, row }) : sheet;
  const named = where !== "" && where !== what ? where : undefined;
  const lead = [place, named].filter((part) => part !== undefined).join(", ");
  const reason = say(reader)(`fault_${why}`, { what } as never);
  return lead === "" ? reason : `${lead}: ${reason}`;
};
