import { strFromU8 } from "fflate";
import { type Conversion, unfit } from "./questionnaire-conversion.ts";
import { readLimeSurvey } from "./questionnaire-limesurvey.ts";
import { readSurveyJsFile } from "./questionnaire-surveyjs.ts";
import { readXlsform } from "./questionnaire-xlsform.ts";
import { decodeText } from "./table-file.ts";
import { carefully, unpack } from "./workbook-file.ts";

const largest = 12 * 1024 * 1024;

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const packed = [0x50, 0x4b, 0x03, 0x04];
/** What Excel wrote until 2003. */
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

const fromPacked = (bytes: Uint8Array): Conversion => {
  const names: string[] = [];
  const parts = carefully(() =>
    unpack(bytes, (name) => {
      names.push(name);
      return name.toLowerCase().endsWith(".lss");
    }),
  );
  if (!parts.ok) return unfit(parts.problem);
  if (names.includes("xl/workbook.xml")) return readXlsform(bytes);
  const survey = Object.values(parts.value)[0];
  return survey ? readLimeSurvey(strFromU8(survey)) : unfit("kindOfFile");
};

/** Reads a questionnaire of another program; which one is seen from the file itself, whatever it is called. */
export const readQuestionnaireFile = (bytes: Uint8Array): Conversion => {
  if (bytes.length > largest) return unfit("tooLarge");
  if (begins(bytes, oldExcel)) return unfit("oldExcel");
  if (begins(bytes, packed)) return fromPacked(bytes);
  const { text } = decodeText(bytes);
  const start = text.replace(/^\uFEFF/u, "").trimStart();
  if (start.includes("\u0000")) return unfit("kindOfFile");
  if (start.startsWith("<")) return readLimeSurvey(start);
  return /^[[{/]/u.test(start) ? readSurveyJsFile(start) : unfit("kindOfFile");
};
