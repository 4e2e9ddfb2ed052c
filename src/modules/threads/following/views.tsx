import type { Context } from "#core/context.ts";
import { say as sayAll } from "#modules/threads/messages.ts";
import { paths } from "#modules/threads/paths.ts";
import { may } from "#modules/threads/policy.ts";
import { Section, Title } from "#ui/page.tsx";
import { Thread } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import { type Branch, type Following, stationsOf } from "./queries.ts";

type TreeProps = { readonly ctx: Context; readonly branches: readonly Branch[] };

const Tree = ({ ctx, branches }: TreeProps) => (
  <ul class="al-branches">
    {branches.map(({ title, path, noun, words, again, branches: beyond }) => (
      <li>
        <span class="al-soft al-small">{noun}</span> <a href={path}>{title}</a>
        {words && <p>{words}</p>}
        {again && <p class="al-soft al-small">{say(ctx)("again")}</p>}
        {beyond.length > 0 && <Tree ctx={ctx} branches={beyond} />}
      </li>
    ))}
  </ul>
);

/** The whole way of one thing: a ray of its stations, and everything as an indented list. */
export const FollowingView = ({
  ctx,
  following,
}: {
  readonly ctx: Context;
  readonly following: Following;
}) => {
  const words = say(ctx);
  const { thing, up, down } = following;
  const stations = stationsOf(following);
  return (
    <>
      <Title kind={thing.noun} heading={words("heading", { title: thing.title })} lead={words("lead")}>
        <p class="al-actions">
          <a href={thing.path}>{words("back", { title: thing.title })}</a>
          {may.tie(ctx) && <a href={paths.tying(thing)}>{sayAll(ctx)("tie")}</a>}
        </p>
      </Title>
      {stations.length >= 3 && (
        <Section id="weg" heading={words("ray")}>
          <Thread
            stations={stations.map(({ kind, id, noun, title, path }) => {
              const here = kind === thing.kind && id === thing.id;
              return { kind: noun, date: here ? words("here") : "", title, href: here ? undefined : path };
            })}
          />
        </Section>
      )}
      <Section id="woher" heading={words("up")}>
        {up.length > 0 ? <Tree ctx={ctx} branches={up} /> : <p class="al-soft">{words("nothingUp")}</p>}
      </Section>
      <Section id="daraus" heading={words("down")}>
        {down.length > 0 ? <Tree ctx={ctx} branches={down} /> : <p class="al-soft">{words("nothingDown")}</p>}
      </Section>
    </>
  );
};
