const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Providers where anyone may have a mailbox: sharing one says nothing. A domain that is missing here damps itself by its many users. */
export const PUBLIC_PROVIDERS = words(`
  gmail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com proton.me
  fastmail.com fastmail.fm zoho.com mail.com email.com gmx.com gmx.net gmx.us inbox.com hey.com tutanota.com tuta.io tuta.com
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net
  rogers.com bell.net shaw.ca telus.net sympatico.ca
  hotmail.co.uk live.co.uk outlook.co.uk yahoo.co.uk btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net
  blueyonder.co.uk btopenworld.com tiscali.co.uk plus.net o2.co.uk
  gmx.de gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org mail.de outlook.de hotmail.de live.de
  yahoo.de 1und1.de online.de vodafone.de kabelmail.de bluewin.ch aon.at chello.at hispeed.ch sunrise.ch a1.net
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr hotmail.fr live.fr outlook.fr yahoo.fr
  aliceadsl.fr club-internet.fr cegetel.net skynet.be telenet.be proximus.be
  ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl home.nl upcmail.nl hetnet.nl casema.nl chello.nl live.nl hotmail.nl
  outlook.nl quicknet.nl telfort.nl solcon.nl tele2.nl online.nl
  libero.it virgilio.it alice.it tin.it tiscali.it hotmail.it live.it outlook.it yahoo.it
  hotmail.es outlook.es yahoo.es telefonica.net ono.com wp.pl o2.pl onet.pl interia.pl op.pl
  seznam.cz centrum.cz email.cz abv.bg freemail.hu citromail.hu telia.com yahoo.se hotmail.se hotmail.no online.no
  hotmail.dk mail.dk yahoo.dk luukku.com mail.ru yandex.ru yandex.com list.ru bk.ru inbox.ru rambler.ru ukr.net
  yahoo.com.au bigpond.com optusnet.com.au hotmail.com.au xtra.co.nz yahoo.co.in rediffmail.com yahoo.co.jp docomo.ne.jp
  ezweb.ne.jp softbank.ne.jp naver.com daum.net hanmail.net qq.com 163.com 126.com sina.com foxmail.com uol.com.br
  bol.com.br terra.com.br yahoo.com.br hotmail.com.br yahoo.com.mx hotmail.com.mx yahoo.com.ar`);

/** Services that make up an address for one shop: its letters are random, and each shop sees another one. */
export const RELAYS = words(`
  privaterelay.appleid.com duck.com relay.firefox.com mozmail.com simplelogin.com simplelogin.co aleeas.com slmail.me
  anonaddy.me anonaddy.com addy.io passmail.net passinbox.com passfwd.com 33mail.com erine.email`);

/** Mailboxes for ten minutes. Short on purpose: the large and lasting ones; a list of thousands ages in weeks. */
export const DISPOSABLE = words(`
  mailinator.com guerrillamail.com guerrillamail.net guerrillamail.org guerrillamailblock.com sharklasers.com grr.la
  10minutemail.com 10minutemail.net 20minutemail.com yopmail.com yopmail.fr yopmail.net cool.fr.nf jetable.org
  temp-mail.org temp-mail.io tempmail.com tempmail.net tempmailo.com tempr.email tempail.com trashmail.com trashmail.de
  trashmail.net trash-mail.com wegwerfmail.de wegwerfemail.de wegwerfmail.net byom.de spambog.com spambog.de spamgourmet.com
  dispostable.com discard.email discardmail.com discardmail.de mailnesia.com maildrop.cc mailcatch.com mintemail.com
  mohmal.com moakt.com getnada.com nada.email emailondeck.com fakeinbox.com fakemail.net throwawaymail.com mytemp.email
  inboxkitten.com minutemail.io mailnull.com einrot.com fleckens.hu cuvox.de dayrep.com armyspy.com gustr.com jourrapide.com
  rhyta.com superrito.com teleworm.us crazymailing.com burnermail.io mail-temp.com emailfake.com generator.email
  internxt.com 1secmail.com 1secmail.org 1secmail.net luxusmail.org mail.tm linshiyouxiang.net filzmail.com
  incognitomail.org anonbox.net mailexpire.com spam4.me tmpmail.org tmpmail.net`);
