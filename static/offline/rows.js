/** Rows of a table of IndexedDB, within its transaction. */

/** Each row as `change` says: the row to keep, null to remove it, undefined to leave it. */
export async function changedRows(table, ids, change) {
  const changed = [];
  for (const id of ids) {
    const row = change(await table.get(id), id);
    if (row === null) await table.delete(id);
    if (row) await table.put(row);
    changed.push(row);
  }
  return changed;
}

/** Adds rows where there are none of their key yet; how many it added. */
export async function addedTo(table, rows) {
  const before = await table.count();
  const keyOf = (row) => (Array.isArray(table.keyPath) ? table.keyPath.map((name) => row[name]) : row[table.keyPath]);
  for (const row of rows) if ((await table.count(keyOf(row))) === 0) await table.put(row);
  return (await table.count()) - before;
}

/** As changedRows, where a row may come to another key. */
export async function movedRows(table, keys, change) {
  const changed = [];
  for (const key of keys) {
    const row = change(await table.get(key));
    if (row !== undefined) await table.delete(key);
    if (row) await table.put(row);
    changed.push(row);
  }
  return changed;
}

// Whatever follows `first` in a key of several parts: an array comes after everything else.
export function startingWith(first) {
  return IDBKeyRange.bound([first], [first, []]);
}
