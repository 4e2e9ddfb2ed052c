import type { Context } from "#core/context.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { Note, Section, Title, TwoColumns } from "#ui/page.tsx";
import { say } from "./messages.ts";

const protects = ["protects1", "protects2", "protects3", "protects4", "protects5"] as const;
const leaves = ["not1", "not2", "not3", "not4", "not5"] as const;

/** What the secrecy of a ballot protects from and what not, said plainly. */
export const SecrecyView = ({ ctx, ballot }: { readonly ctx: Context; readonly ballot: Ballot }) => {
  const words = say(ctx);
  return (
    <>
      <Title
        kind={ballot.title}
        heading={words("heading")}
        lead={words(ballot.secrecy === "named" ? "namedLead" : "lead")}
      />
      {ballot.secrecy === "secret" && (
        <TwoColumns>
          <Section id="schutz" heading={words("protectsHeading")} space="none">
            <div class="al-prose">
              <ul>
                {protects.map((key) => (
                  <li>{words(key)}</li>
                ))}
              </ul>
            </div>
          </Section>
          <Section id="grenzen" heading={words("notHeading")} space="none">
            <div class="al-prose">
              <ul>
                {leaves.map((key) => (
                  <li>{words(key)}</li>
                ))}
              </ul>
            </div>
          </Section>
        </TwoColumns>
      )}
      <Note id="wofuer" heading={words("forHeading")}>
        <p>{words("forText")}</p>
      </Note>
      <p>
        <a href={paths.ballot(ballot.slug)}>{words("back")}</a>
      </p>
    </>
  );
};
