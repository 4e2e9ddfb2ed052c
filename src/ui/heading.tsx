import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";

const Level = createContext<"h2" | "h3">("h2");

/** What stands under a heading of the second level; titles in it are of the third, so that none is skipped. */
export const UnderHeading = ({ children }: { readonly children?: ComponentChildren }) => (
  <Level.Provider value="h3">{children}</Level.Provider>
);

/** The title of one thing in a list: a level below whatever heading the list has. */
export const ItemHeading = ({ children }: { readonly children?: ComponentChildren }) => {
  const Heading = useContext(Level);
  return <Heading class="al-item-title">{children}</Heading>;
};
