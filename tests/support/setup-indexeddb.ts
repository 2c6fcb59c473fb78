/** Gives every fast test an IndexedDB in memory. A test that wants a fresh one makes its own `IDBFactory`. */
import 'fake-indexeddb/auto';
