import type { Context } from "#core/context.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { QrCode } from "#ui/qr.tsx";
import { say } from "./messages.ts";
import { addressOf, type LetterWords } from "./queries.ts";

type SheetsProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly sheets: readonly { readonly name: string; readonly address: string; readonly code: string }[];
  readonly letter: LetterWords;
  readonly origin: string;
};

/** One letter a sheet, each with its own code, in letters and as a picture. */
export const Sheets = ({ ctx, survey, sheets, letter, origin }: SheetsProps) => {
  const words = say(ctx);
  const address = `${origin.replace(/^https?:\/\//u, "")}${paths.answer(survey.slug)}`;
  return (
    <div class="al-sheet">
      {sheets.map(({ name, address: postal, code }, index) => (
        <article class="al-sheet__letter" aria-label={name || `${letter.subject} ${index + 1}`}>
          {name && (
            <p>
              {[name, ...postal.split(", ").filter(Boolean)].map((line) => (
                <span class="al-sheet__line">{line}</span>
              ))}
            </p>
          )}
          <h2>{letter.subject}</h2>
          {letter.paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          <p>{words("scan", { address })}</p>
          <p class="al-code">
            <strong>{code}</strong>
          </p>
          <QrCode text={`${origin}${addressOf(survey, code)}`} label={words("qr")} size={160} />
        </article>
      ))}
    </div>
  );
};
