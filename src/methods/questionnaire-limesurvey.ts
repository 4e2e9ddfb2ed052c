import { type Conversion, unfit } from "./questionnaire-conversion.ts";
export const readLimeSurvey = (_text: string): Conversion => unfit("kindOfFile");
