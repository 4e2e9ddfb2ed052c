import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { diffWords } from "#methods/text-diff.ts";
import type { AmendmentRow } from "#modules/strategy/amendments/queries.ts";
import { AmendmentTable, Marked } from "#modules/strategy/amendments/views.tsx";
import { say } from "#modules/strategy/document/messages.ts";
import { paths } from "#modules/strategy/paths.ts";
import type { TextRow } from "#modules/strategy/texts/queries.ts";
import { versionStateName } from "#modules/strategy/vocabulary.ts";
import { Section, Stack, Title } from "#ui/page.tsx";

type Base = { readonly ctx: Context };

/** One paragraph through all versions: how it came to its words. */
export const ParagraphView = ({
  ctx,
  texts,
  amendments,
  children,
}: Base & {
  texts: readonly TextRow[];
  amendments: readonly AmendmentRow[];
  children?: ComponentChildren;
}) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("paragraphHeading")} lead={texts[0]?.words} />
      {children}
      <Section id="worte" heading={words("history")}>
        <Stack wide>
          {texts.map(({ number, title, state, words: text }, at) => {
            const before = texts[at + 1];
            const edits = before ? diffWords(before.words, text) : [];
            return (
              <div>
                <p class="al-small">
                  <a href={paths.version(number)}>{words("inVersion", { title })}</a>,{" "}
                  {versionStateName(ctx, state)}
                </p>
                {!before && <p>{text}</p>}
                {before && edits.length === 0 && <p class="al-soft">{words("unchanged")}</p>}
                {before && edits.length > 0 && <Marked ctx={ctx} base={before.words} edits={edits} />}
              </div>
            );
          })}
        </Stack>
      </Section>
      {amendments.length > 0 && (
        <Section id="antraege" heading={words("amendments")}>
          <AmendmentTable ctx={ctx} rows={amendments} />
        </Section>
      )}
    </Stack>
  );
};
