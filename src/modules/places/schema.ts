// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type PlacesTable = {
  id: Generated<Id<"place">>;
  slug: string;
  hosts: string[];
  name: string;
  fullName: string;
  sorbianName: string | null;
  municipalityKey: string | null;
  stateCode: Generated<string>;
  postcode: string;
  latitude: number;
  longitude: number;
  languages: Generated<string[]>;
  lead: Generated<string>;
  accentLight: Generated<string>;
  accentDark: Generated<string>;
  accentDeep: Generated<string>;
  logoFileId: Id<"file"> | null;
  officeName: Generated<string>;
  officeStreet: Generated<string>;
  officePostcode: Generated<string>;
  officeTown: Generated<string>;
  officePhone: Generated<string>;
  officeEmail: Generated<string>;
  officePeople: Generated<string>;
  openingHours: Generated<string>;
  legalOperator: Generated<string>;
  legalForm: Generated<string>;
  legalRepresentative: Generated<string>;
  legalRegister: Generated<string>;
  legalResponsible: Generated<string>;
  privacyContact: Generated<string>;
  supervisoryAuthority: Generated<string>;
  matchWeights: ColumnType<unknown, string | undefined, string>;
  demo: Generated<boolean>;
  createdAt: ColumnType<Date, Date | undefined, Date>;
};
export type Place = Selectable<PlacesTable>;

declare module "#core/db.ts" {
  interface Tables {
    places: PlacesTable;
  }
}
