import type { LucideIcon } from 'lucide-react';
import { Drama, MessagesSquare, Sparkles, User, Wallet } from 'lucide-react';

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Which addresses light this item up. */
  matches: RegExp;
}

export const NAV_ITEMS: readonly NavItem[] = [
  { href: '/', label: 'Discover', icon: Drama, matches: /^\/(?:$|p\/|@|library)/ },
  { href: '/chat', label: 'Chats', icon: MessagesSquare, matches: /^\/chat/ },
  { href: '/studio', label: 'Create', icon: Sparkles, matches: /^\/studio/ },
  { href: '/wallet', label: 'Wallet', icon: Wallet, matches: /^\/(?:wallet|checkout)/ },
  { href: '/settings', label: 'You', icon: User, matches: /^\/(?:settings|login|register)/ },
];
