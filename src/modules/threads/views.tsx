import type { Context } from "#core/context.ts";
import type { Thing } from "#core/traceable.ts";
import { Columns, Section } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import type { Threads as Both, Tied } from "./queries.ts";

/** Things that are tied, each under the name of its kind, with why. */
const TiedList = ({ tied }: { readonly tied: readonly Tied[] }) => (
  <ItemList
    items={tied.map(({ title, path, noun, words }) => ({
      title,
      href: path,
      kind: noun,
      ...(words ? { text: words } : {}),
    }))}
  />
);

type ThreadsProps = { readonly ctx: Context; readonly thing: Thing; readonly threads: Both };

/** "Woher es kommt" and "Was daraus wurde": stands at the end of the page of every thing that can be traced. */
export const Threads = ({ ctx, thing, threads: { from, to } }: ThreadsProps) => {
  const words = say(ctx);
  const ties = may.tie(ctx);
  if (from.length + to.length === 0 && !ties) return null;
  return (
    <>
      <Columns>
        <Section id="woher" heading={words("from")}>
          {from.length > 0 ? <TiedList tied={from} /> : <p class="al-soft">{words("nothingFrom")}</p>}
        </Section>
        <Section id="daraus" heading={words("to")}>
          {to.length > 0 ? <TiedList tied={to} /> : <p class="al-soft">{words("nothingTo")}</p>}
        </Section>
      </Columns>
      <p class="al-actions">
        {from.length + to.length > 0 && <a href={paths.following(thing)}>{words("follow")}</a>}
        {ties && <a href={paths.tying(thing)}>{words("tie")}</a>}
      </p>
    </>
  );
};
