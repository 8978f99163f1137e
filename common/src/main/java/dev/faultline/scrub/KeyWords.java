package dev.faultline.scrub;

import java.util.List;

/// The telling names, as the ends of keys: in lower case and without separators, so that `apikey`
/// stands for `API_KEY`, `api-key`, `apiKey` and `x.api key`.
///
/// An end must begin where a word of the key begins, or `monkey` would be a key; those written with
/// a leading `*` need not (`dbpassword`).
final class KeyWords {

    /// @param kind what the words of the list say
    /// @param words separated by white space
    record Words(KeyKind kind, String words) {}

    static final List<Words> ALL =
            List.of(
                    new Words(
                            KeyKind.SECRET,
                            """
                            *password *passwords *passwd *passwds *passcode *passwrd *passw0rd
                            *pwd pw passw dbpass dbpw dbuserpass rootpass sshpass userpass mypass
                            adminpass mysqlpass pgpass smtppass mailpass ftppass ldappass proxypass
                            emailpass keypass storepass truststorepass keystorepass authpass
                            basicpass loginpass redispass mongopass rabbitpass pgpassword
                            requirepass masterauth
                            *passwort *kennwort *senha *contrasena *motdepasse *wachtwoord *lozenka
                            *secret *secrets secretkey secretkeys secretvalue secretkeybase
                            secretaccesskey secretid secretstring secrettoken secrettext
                            clientsecretvalue
                            *apikey *apikeys apisecret apitoken apitokens apipassword apipass
                            accesskey accesskeys accesskeyid accountkey adminkey appkey
                            applicationkey authkey clientkey consumerkey cryptokey decryptionkey
                            deploykey devicekey encryptkey encryptionkey enckey functionkey hashkey
                            hmackey jwtkey kmskey licencekey licensekey masterkey privatekey
                            privatekeys privkey privatekeypem privatekeydata rootkey securitykey
                            serverkey servicekey serviceaccountkey sessionkey sharedkey
                            sharedaccesskey sharedaccesssignature signingkey signkey sshkey
                            storagekey subscriptionkey ocpapimsubscriptionkey symmetrickey
                            unlockkey webhookkey wifikey presharedkey psk sastoken saskey sas
                            *accesstoken *accesstokens *authtoken *authtokens *refreshtoken
                            *refreshtokens *bearertoken *sessiontoken *securitytoken idtoken
                            oauthtoken apptoken bottoken usertoken usertokens logintoken
                            clienttoken devicetoken pushtoken resettoken verificationtoken
                            confirmationtoken invitetoken magictoken csrftoken xcsrftoken xsrftoken
                            csrfmiddlewaretoken authenticitytoken requestverificationtoken jwttoken
                            personalaccesstoken registrytoken deploytoken jobtoken githubtoken
                            ghtoken gitlabtoken slacktoken npmtoken pypitoken dockertoken
                            vaulttoken consultoken kubetoken xauthtoken xaccesstoken
                            xamzsecuritytoken xvaulttoken privatetoken jobtoken
                            credential credentials creds credstring
                            connectionstring connstring connstr databaseurl
                            jwt jwts bearer
                            oauthverifier codeverifier clientassertion samlresponse samlrequest
                            xhubsignature xhubsignature256 stripesignature xslacksignature
                            twiliosignature
                            jsessionid jsessionidsso phpsessid aspsessionid aspnetsessionid
                            connectsid laravelsession rememberme remembertoken remembermetoken
                            aspxauth sessioncookie authcookie cfclearance
                            """),
                    new Words(
                            KeyKind.LIKELY,
                            """
                            *token auth xauth pass mfa webauthn csrf xsrf nonce salt
                            """),
                    new Words(
                            KeyKind.NUMBER,
                            """
                            pin pincode otp totp otpcode totpcode mfacode smscode 2fa 2facode
                            twofactor twofactorcode onetimecode onetimepasscode verificationcode
                            securitycode confirmationcode authcode
                            cvv cvv2 cvc cvc2 cvvcode cvccode cardcvc cardcvv cvn csc
                            cardnumber creditcard creditcardnumber ccnumber ccnum cardno cardnum
                            pan debitcard debitcardnumber accountnumber
                            ssn ssnlast4 socialsecurity socialsecuritynumber
                            """),
                    new Words(
                            KeyKind.PHRASE,
                            """
                            *passphrase *passphrases mnemonic mnemonicphrase seedphrase
                            recoveryphrase recoverycode recoverycodes backupcode backupcodes
                            walletseed
                            """),
                    new Words(KeyKind.COOKIE, "cookie setcookie cookies httpcookie cookieheader"),
                    new Words(
                            KeyKind.CREDENTIALS,
                            "authorization proxyauthorization httpauthorization xauthorization"),
                    new Words(
                            KeyKind.QUERY,
                            """
                            key code sig signature session sessionid sid hmac ticket assertion
                            xamzsignature xamzcredential xgoogsignature xgoogcredential authkey
                            """),
                    // What is added to a telling name.
                    new Words(
                            KeyKind.TAIL,
                            """
                            hash hashed digest encrypted encoded enc base64 b64 plain plaintext raw
                            clear cleartext value val new old current previous prev confirm
                            confirmation confirmed again repeat repeated retype verify check string
                            str text bytes data pem env v primary secondary test prod dev live
                            """),
                    // Names that end like a secret's.
                    new Words(
                            KeyKind.SAFE,
                            """
                            author authenticate authenticated monkey keyboard tokenize maxtokens
                            userid requestid primarykey foreignkey publickey partitionkey
                            sortkey cachekey routingkey messagekey rowkey lookupkey groupkey
                            nexttoken pagetoken nextpagetoken prevpagetoken previouspagetoken
                            continuationtoken cancellationtoken canceltoken synctoken nextsynctoken
                            cursortoken unexpectedtoken invalidtoken cancelationtoken stoptoken
                            eostoken bostoken padtoken windowtoken wtoken activitytoken
                            """));

    private KeyWords() {}
}
