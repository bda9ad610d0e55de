/** A phone's IndexedDB: one for all its pages, and what is truly in it. */

import { IDBFactory, IDBOpenDBRequest } from "fake-indexeddb";

const DATABASE = "showfloor";

export class Disk {
  #factory = new IDBFactory();
  #found;

  /** `found` is told of whatever a page does that may not survive the phone's death. */
  constructor(found) {
    this.#found = found;
  }

  /** What a page finds as indexedDB. A dead page finds nothing any more. */
  endFor(page) {
    return {
      open: (name, version) => {
        if (!page.isAlive) return new IDBOpenDBRequest();
        const request = this.#factory.open(name, version);
        for (const kind of ["upgradeneeded", "success"]) {
          request.addEventListener(kind, () => this.#opened(page, request.result));
        }
        return request;
      },
      databases: () => this.#factory.databases(),
      cmp: (one, other) => this.#factory.cmp(one, other),
    };
  }

  /** The rows as they are on the disk. */
  rows(table = "outbox") {
    const stores = this.#factory._databases.get(DATABASE)?.rawObjectStores;
    const records = stores?.get(table)?.records;
    return records ? [...records.values()].map((record) => record.value) : [];
  }

  #opened(page, connection) {
    if (!page.isAlive) connection.close();
    if (page.connections.has(connection)) return;
    page.connections.add(connection);
    const begin = connection.transaction.bind(connection);
    connection.transaction = (names, mode, options) => {
      const writesOutbox = mode === "readwrite" && [names].flat().includes("outbox");
      if (writesOutbox && options?.durability !== "strict") this.#found("not written through");
      return begin(names, mode, options);
    };
  }
}
