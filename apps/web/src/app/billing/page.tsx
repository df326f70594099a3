import { permanentRedirect } from 'next/navigation';

export default function BillingPage() {
  permanentRedirect('/wallet');
}
