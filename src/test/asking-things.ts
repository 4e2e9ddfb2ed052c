import type { Questionnaire } from "#methods/questionnaire.ts";
import { makeCodes } from "#modules/surveys/codes/commands.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { leaveContact } from "#modules/surveys/contacts/commands.ts";
import { listContacts } from "#modules/surveys/contacts/queries.ts";
import { inviteTyped } from "#modules/surveys/invitations/commands.ts";
import { listInvitations } from "#modules/surveys/invitations/queries.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { type Makers, made } from "./made.ts";

const content = (title: string): Questionnaire => ({
  title: { de: title },
  languages: ["de"],
  pages: [
    {
      name: "seite1",
      questions: [
        {
          kind: "single",
          name: "lage",
          label: { de: "Wie geht es?" },
          choices: [{ value: "gut", label: { de: "Gut" } }],
        },
      ],
    },
  ],
});

/** A survey of the club with codes, in which somebody was invited and somebody left an address; and one of sums. */
export const askingThings = async ({ office, club }: Makers) => {
  const { name } = office.place;
  const begin = async (title: string, how: Partial<Parameters<typeof addSurvey>[1]>) => {
    const id = await addSurvey(office, { title, ...how }, { organizationId: club, content: content(title) });
    made(await openSurvey(office, id, content(title)));
    const survey = await findSurvey(office, id);
    if (!survey) throw new Error("the survey is not there");
    return survey;
  };
  const asking = await begin(`Umfrage ${name}`, { access: "both", asksContact: true });
  const sums = await begin(`Summen ${name}`, { privacy: "counters" });
  made(
    await inviteTyped(office, asking.id, [{ name: "Gabi Gast", email: "gabi@gast.example", address: "" }]),
  );
  await leaveContact(office, asking, { name: "Gabi Gast", email: "gabi@gast.example" });
  const [invited] = await listInvitations(office, asking.id);
  const [left] = await listContacts(office, asking.id);
  if (!invited || !left) throw new Error("nobody was invited");
  const codes = await makeCodes(office, asking.id, [invited.id]);
  return {
    asking: asking.id,
    askingSlug: asking.slug,
    askingCode: codes.get(invited.id) ?? "",
    askedGuest: invited.id,
    leftAddress: left.id,
    sumsSlug: sums.slug,
    // The same in every town.
    surveyPage: "seite1",
  };
};
