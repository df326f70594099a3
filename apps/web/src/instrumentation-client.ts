import { hearPopStateFirst } from './lib/guard-history';

// Next runs this before the page is hydrated, which is before its router listens.
hearPopStateFirst();
