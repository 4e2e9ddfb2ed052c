import type { Context } from "#core/context.ts";
import { paths } from "#modules/threads/paths.ts";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { BreaksOfKind } from "./queries.ts";

type Props = { readonly ctx: Context; readonly all: readonly BreaksOfKind[] };

/** Every break with its reason, and the way to mend it. */
export const BreaksView = ({ ctx, all }: Props) => {
  const words = say(ctx);
  const n = all.reduce((sum, { breaks }) => sum + breaks.length, 0);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={n > 0 ? words("lead", { n }) : undefined} />
      {n === 0 && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      )}
      {all.map(({ kind, noun, breaks }) => (
        <Section id={kind} heading={noun}>
          <ItemList
            items={breaks.map(({ id, title, path, why }) => ({
              title,
              href: path,
              text: why,
              end: (
                <a href={paths.tying({ kind, id })}>
                  {words("mend")}
                  <span class="al-hidden">: {title}</span>
                </a>
              ),
            }))}
          />
        </Section>
      ))}
    </Stack>
  );
};
