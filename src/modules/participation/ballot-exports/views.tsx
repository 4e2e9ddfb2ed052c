import type { Context } from "#core/context.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { Section } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { fileNames, formatsOf } from "./queries.ts";

/** Every format in which a published ballot can be downloaded, with what it is good for. */
export const Files = ({ ctx, ballot }: { readonly ctx: Context; readonly ballot: Ballot }) => {
  const words = say(ctx);
  return (
    <Section id="dateien" heading={words("files")}>
      <ul class="al-stack">
        {formatsOf(ballot).map((format) => (
          <li>
            <a href={paths.ballotData(ballot.slug, fileNames[format])}>{fileNames[format]}</a>
            <br />
            <span class="al-soft">{words(format)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
