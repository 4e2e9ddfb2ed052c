/** A card that waits on this phone until the house has taken it. */
export type Waiting = {
  readonly key: string;
  readonly hall: string;
  readonly phase: string;
  readonly table: string | null;
  readonly text: string;
  readonly at: number;
  /** Why the house did not take it; it stays here until somebody decides. */
  readonly because?: string;
};

const storeName = "cards";

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const settled = (change: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onerror = change.onabort = () => reject(change.error);
  });

export type Queue = {
  readonly put: (waiting: Waiting) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  /** Everything that waits for this hall, the first card first. */
  readonly list: () => Promise<Waiting[]>;
};

/** Opens what this phone keeps for a hall; fails where a browser keeps nothing. */
export const openQueue = async (hall: string): Promise<Queue> => {
  const opening = indexedDB.open("anlaufstelle.saal", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: "key" });
  const database = await answer(opening);
  const change = async (work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(storeName, "readwrite");
    work(transaction.objectStore(storeName));
    await settled(transaction);
  };
  return {
    put: (waiting) => change((store) => store.put(waiting)),
    remove: (keys) =>
      change((store) => {
        for (const key of keys) store.delete(key);
      }),
    list: async () => {
      const all = await answer<Waiting[]>(database.transaction(storeName).objectStore(storeName).getAll());
      return all.filter((one) => one.hall === hall).sort((one, other) => one.at - other.at);
    },
  };
};
