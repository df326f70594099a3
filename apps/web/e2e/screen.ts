import type { Page } from '@playwright/test';

export interface Screen {
  /** Also the file's name. */
  name: string;
  path: string;
  as: 'visitor' | 'fan' | 'creator' | 'admin';
  fullPage?: boolean;
  /** Brings the page into the state that is photographed. */
  arrange?: (page: Page) => Promise<void>;
}
