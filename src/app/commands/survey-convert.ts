import { readFile } from "node:fs/promises";
import { readQuestionnaireFile } from "#methods/questionnaire-file.ts";
import { faultInWords, lossInWords } from "#modules/surveys/conversions/vocabulary.ts";
import type { Call, Command } from "./command.ts";

const english = { language: "en" };
const mostFaults = 5;

const convert = async (call: Call): Promise<void> => {
  const file = call.path(call.parameter(0));
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Error(`${file} cannot be read.`, { cause: error });
  });
  const conversion = readQuestionnaireFile(bytes);
  if (!conversion.ok) {
    const { problems } = conversion;
    const more = problems.length > mostFaults ? ` And ${problems.length - mostFaults} more.` : "";
    const named = problems.slice(0, mostFaults).map((fault) => faultInWords(english, fault));
    throw new Error(`Not converted. ${named.join(" ")}${more}`);
  }
  const { questionnaire, names } = conversion;
  const lost = conversion.lost.map((one) => ({ ...one, words: lossInWords(english, one) }));
  const list = lost.map(({ where, words }) => (where === "" ? `- ${words}` : `- ${where}: ${words}`));
  call.answer({ questionnaire, lost, names }, [
    JSON.stringify(questionnaire, null, 2),
    "",
    list.length === 0 ? "Everything was converted." : "Not converted:",
    ...list,
  ]);
};

/** What other programs wrote down, without a town or a database. */
export const surveyCommands: readonly Command[] = [
  {
    name: "survey convert",
    words:
      "Convert a questionnaire of XLSForm (.xlsx), SurveyJS (.json, .json5) or LimeSurvey (.lss, .lsa) into one of ours, and say what does not convert.",
    parameters: ["FILE"],
    run: convert,
  },
];
