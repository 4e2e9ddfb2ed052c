import type { Context } from "#core/context.ts";
import { paths } from "#modules/shifts/paths.ts";
import { Section } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { SeriesRow } from "./queries.ts";
import { hoursInWords, ruleInWords } from "./vocabulary.ts";

/** The series of an offer to which one can say yes for every time; nothing while there is none. */
export const Regularly = ({
  ctx,
  series,
}: {
  readonly ctx: Context;
  readonly series: readonly SeriesRow[];
}) => {
  const words = say(ctx);
  const running = series.filter(({ endedAt }) => endedAt === null);
  if (running.length === 0) return null;
  return (
    <Section id="regelmaessig" heading={words("regularly")}>
      <p>{words("regularlyText")}</p>
      <ul>
        {running.map((one) => (
          <li>
            <a href={paths.newCommitment(one.id)}>
              {words("come", {
                rule: [one.title, ruleInWords(ctx, one), hoursInWords(ctx, one)].filter(Boolean).join(", "),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};
