import type { Context } from "#core/context.ts";
import type { CardRow } from "#modules/workshops/cards/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { moveValue } from "./commands.ts";
import { say } from "./messages.ts";

/** Cards that share words, and the words. */
export type Suggestion = { readonly title: string; readonly cards: readonly CardRow[] };

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly action: string;
  readonly suggestions: readonly Suggestion[];
};

/** What may belong together by its words; each becomes a cluster with one button. */
export const Suggestions = ({ ctx, action, suggestions, formKey }: Props) => {
  const words = say(ctx);
  return (
    <Section id="vielleicht" heading={words("likely")} aside={words("likelyText")}>
      <ul class="al-items">
        {suggestions.map(({ title, cards }, index) => (
          <li>
            <div>
              <h3 class="al-item-title">{title}</h3>
              <ul>
                {cards.map(({ number, text }) => (
                  <li>
                    {number}: {text}
                  </li>
                ))}
              </ul>
            </div>
            <div class="al-items__end">
              <ActionForm
                action={action}
                label={words("likelyMake")}
                object={title}
                formKey={`${formKey}-${index}`}
                values={{
                  aktion: "neu",
                  thema: title,
                  karten: cards.map(({ id }) => moveValue(id, null)).join(" "),
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
