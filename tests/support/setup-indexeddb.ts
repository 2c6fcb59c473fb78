/** Gives every file of fast tests an IndexedDB in memory. A test that wants a fresh one makes its own `IDBFactory`. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

globalThis.indexedDB = new IDBFactory();
