DELETE FROM "Alerts";
DELETE FROM "AppKeyRoles";
INSERT INTO "AppKeyRoles" ("AppKeyId", "RoleId") VALUES ('appkey-1', 'role-1');
DELETE FROM "AppKeys";
INSERT INTO "AppKeys" ("Id", "Name", "Side", "Party", "SecondCall", "TokenHash", "PreviousHash", "PreviousUntil", "IssuedById", "CreatedAt", "RotatedAt", "RevokedAt", "LastUsedAt") VALUES ('appkey-1', 'ERP', 0, NULL, 10, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, 'user-1', 639080496000000000, NULL, NULL, NULL);
DELETE FROM "AspNetRoleClaims";
INSERT INTO "AspNetRoleClaims" ("Id", "RoleId", "ClaimType", "ClaimValue") VALUES (1, 'role-1', 'resource', 'CancelAction');
DELETE FROM "AspNetRoles";
INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") VALUES ('role-1', 'Owner', 'OWNER', '8dbe828b-5819-4dbd-8684-92b74b5a58db');
DELETE FROM "AspNetUserClaims";
DELETE FROM "AspNetUserLogins";
DELETE FROM "AspNetUserRoles";
INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES ('user-1', 'role-1');
DELETE FROM "AspNetUserTokens";
DELETE FROM "AspNetUsers";
INSERT INTO "AspNetUsers" ("Id", "DisplayName", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount") VALUES ('user-1', 'Ana', 'ana@example.com', 'ANA@EXAMPLE.COM', 'ana@example.com', NULL, FALSE, NULL, 'c9ab982b-0b5b-4d7b-be89-0f68b7b8c804', '819d39f0-58f3-4154-a4f6-c58d5a91ee96', NULL, FALSE, FALSE, NULL, FALSE, 0);
DELETE FROM "CancelPosts";
DELETE FROM "CancellationReasonLabels";
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (1, 1, 'Customer changed their mind', 'El cliente cambió de idea', 'O cliente mudou de ideia');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (2, 2, 'Out of stock', 'Sin existencias', 'Sem estoque');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (3, 3, 'Address cannot be delivered to', 'Dirección de entrega no válida', 'Endereço não atendido');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (4, 4, 'Delivery would take too long', 'La entrega tardaría demasiado', 'A entrega demoraria demais');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (5, 5, 'Customer wants another product', 'El cliente quiere otro producto', 'O cliente quer outro produto');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (6, 6, 'Wrong price or promotion', 'Error de precio o de promoción', 'Erro de preço ou de promoção');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (7, 7, 'Payment problem', 'Problema con el pago', 'Problema com o pagamento');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (8, 8, 'Suspected fraud', 'Sospecha de fraude', 'Suspeita de fraude');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (9, 9, 'Duplicate order', 'Pedido duplicado', 'Pedido em duplicidade');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (10, 10, 'I changed my mind', 'Cambié de idea', 'Mudei de ideia');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (11, 11, 'I ordered by mistake', 'Hice el pedido por error', 'Fiz o pedido por engano');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (12, 12, 'I want another product, size or color', 'Quiero otro producto, talla o color', 'Quero outro produto, tamanho ou cor');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (13, 13, 'Delivery takes too long', 'La entrega tarda demasiado', 'A entrega demora demais');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (14, 14, 'The delivery address is wrong', 'La dirección de entrega está mal', 'O endereço de entrega está errado');
DELETE FROM "CancellationReasons";
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (1, 'customer-request', 1, 1, TRUE, 'BUYER_CANCELLED', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (2, 'no-inventory', 2, 2, TRUE, 'NO_INVENTORY', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (3, 'undeliverable-address', 3, 3, TRUE, 'SHIPPING_ADDRESS_UNDELIVERABLE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (4, 'delivery-too-late', 4, 4, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (5, 'exchange', 5, 5, TRUE, 'CUSTOMER_EXCHANGE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (6, 'pricing-error', 6, 6, TRUE, 'PRICING_ERROR', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (7, 'payment-problem', 7, 7, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (8, 'suspected-fraud', 8, 8, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (9, 'duplicate-order', 9, 9, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (10, 'customer-changed-mind', 10, 10, TRUE, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (11, 'customer-mistake', 11, 11, TRUE, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (12, 'customer-wrong-item', 12, 12, TRUE, 'CUSTOMER_EXCHANGE', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (13, 'customer-too-late', 13, 13, TRUE, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (14, 'customer-wrong-address', 14, 14, TRUE, 'SHIPPING_ADDRESS_UNDELIVERABLE', 2);
DELETE FROM "CancellationRequests";
INSERT INTO "CancellationRequests" ("RequestId", "OrderKey", "RequestedBy", "EnteredBySide", "EnteredBy", "EnteredByName", "EnteredByIssuer", "ReasonLabelId", "RequestedAt", "DueAt", "State", "ClosedAt", "ClosedByName", "Receipt", "ClosedByHistoryId") VALUES ('22222222222222222222222222222222', 2, 3, 0, 'user:ana', 'Ana', NULL, NULL, 639080496000000000, 639106416000000000, 0, NULL, NULL, '019cae6b66007ab6881f4a1fea1a7407', NULL);
DELETE FROM "CookieKeys";
DELETE FROM "CustomerLinkKeys";
INSERT INTO "CustomerLinkKeys" ("Number", "Secret", "CreatedAt", "GoodUntil") VALUES (1, '\x0000000000000000000000000000000000000000000000000000000000000000', 639080496000000000, NULL);
DELETE FROM "Deliveries";
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (1, 1, '019cae6b66007a59a696ca8ab600fbb4', 'mail-store', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (2, 1, '019cae6b66007a59a696ca8ab600fbb4', 'mail-customer', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (3, 1, '019cae6b66007660985377307bb11a0c', 'payment', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (4, 2, '019cae6b66007ab6881f4a1fea1a7407', 'mail-store', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (5, 3, '019cae6b66007ea68d51765c72a5d25b', 'payment', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (6, 4, '019cae6b660072cca4e66039005044af', 'payment', 0, 0, 639080496000000000, NULL);
DELETE FROM "History";
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (1, '019cae6b66007f629e2e73a9877c16a4', 1, 1, 639080496000000000, 'order-imported', 1, 'window-to-cancel', 5, 'import', 'Import', '{"hash":"56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662","to":"window-to-cancel"}', '', '\x49afe592e346f8ec5842d777fbfaf3a579c0dfe3a00b0278ed62f6e1475bec15');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (2, '019cae6b66007250984571ec7a17ad85', 2, 1, 639080496000000000, 'order-imported', 1, 'ready-for-handling', 5, 'import', 'Import', '{"hash":"8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b","to":"ready-for-handling"}', '', '\x19e09d529f6bf3dccadfb4ec96547b9a01729a9b0b7b4bf9daaa3890c8d222a9');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (3, '019cae6b66007aa28221428761f4097a', 3, 1, 639080496000000000, 'order-imported', 1, 'handling', 5, 'import', 'Import', '{"hash":"acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60","to":"handling"}', '', '\x816e4c0a8c1ce5c73a76838ba1d542749377759de76e930735b498180b3ff17a');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (4, '019cae6b66007bfe8f7d67a7b1f7c7ed', 4, 1, 639080496000000000, 'order-imported', 1, 'invoiced', 5, 'import', 'Import', '{"hash":"aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132","to":"invoiced"}', '', '\x27ecc4c064edcce6ac733ab3010a05c33c62f657d5bf3aa366b8c3dea4cf64c4');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (5, '019cae6b660077b487453b63e96ec395', 5, 1, 639080496000000000, 'order-imported', 1, 'canceled', 5, 'import', 'Import', '{"hash":"515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7","to":"canceled"}', '', '\x39248e016e4561562285cfdb156b891d8f2e149411a4d8a06973320b8ac6f1bf');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (6, '019cae6b66007a59a696ca8ab600fbb4', 1, 2, 639080496000000000, 'order-canceled', 1, 'canceled', 0, 'user:ana', 'Ana', '{"cause":"Direct","requestedBy":"Store","to":"canceled"}', 'reason=4b95126388b2cbaaa6cc5b139fb315c5c951e498d74bb3afc57f83502ea9100c', '\xd3314017183dca240b47310b7b211457f795fe64debe2e21f9bf42ccb22667a0');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (7, '019cae6b6600775a995583db95f4aa16', 1, 3, 639080496000000000, 'stock-released', 1, 'canceled', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-north","warehouseId":"north","skuId":"sku-1","quantity":3,"wasAcknowledged":false,"destination":"OnSale"},{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":2,"wasAcknowledged":false,"destination":"OnSale"}]}', '', '\xa0fa050f387e09935dfe0df8b2e02757e12c0b3a9ef448a306e1906bdc7d1e6a');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (8, '019cae6b66007660985377307bb11a0c', 1, 4, 639080496000000000, 'money-owed', 1, 'canceled', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', '\x7d285d1e064e947ee58dbefec75b6563994fedd1244d0b44ca23f63612c2dd09');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (9, '019cae6b66007200912ed9065be33c89', 1, 5, 639080496000000000, 'comment-added', 1, 'canceled', 0, 'user:ana', 'Ana', '{}', 'comment=5859f8bf46a680fcee34d140287810272c438adfb59b3882c4018147d847fae8', '\x0ca9343ff63a973a789c1c7ec96df7a9ec7a11b0447690486565ef7f49641800');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (10, '019cae6b66007ab6881f4a1fea1a7407', 2, 2, 639080496000000000, 'cancellation-requested', 1, 'cancellation-requested', 0, 'user:ana', 'Ana', '{"requestId":"22222222222222222222222222222222","requestedBy":"Customer","dueAt":"2026-04-01T12:00:00+00:00","to":"cancellation-requested"}', 'reason=29480dacceb055786c1094b7d4917bf9de2e97f8360af3c93860759b2bb8b3f2', '\xbf350e549f5cf454fe25fe9a9876e12fce2ca14e4852cbe3ba367a1e59cac7f3');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (11, '019cae6b66007fc0b449aa37f0a407ae', 3, 2, 639080496000000000, 'invoice-recorded', 1, 'handling', 0, 'user:ana', 'Ana', '{"data":{"number":"I-1","value":2000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":1}]},"to":"handling"}', '', '\x6e08eed74ce4067f161d0d00e4440e0e39cb3015a0363ffebf707da19adff49a');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (12, '019cae6b660078f6bf1e093f1bcfc405', 3, 3, 639080496000000000, 'items-changed', 1, 'handling', 0, 'user:ana', 'Ana', '{"removed":[{"itemIndex":1,"quantity":1}],"value":8000}', 'reason=83b4fe1f317fbf606e7d122ad09ccb53e294f2fcdcec8ebe147fe2dd4ac75964', '\x4306d7bd983bafca78d3ed5557223a5ed2c3e4f8f22b837ea9682aec12bb5fc8');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (13, '019cae6b66007b2c8dacc24f36575aaf', 3, 4, 639080496000000000, 'stock-released', 1, 'handling', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":1,"wasAcknowledged":true,"destination":"OnSale"}]}', '', '\x747ee16858d0cb657af047aebbe56c551278d842aa920f8068f00d1d5a4e1f7b');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (14, '019cae6b66007ea68d51765c72a5d25b', 3, 5, 639080496000000000, 'money-owed', 1, 'handling', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":2000}', '', '\xce91c76b45dd7ba3ded4e0da071ff3aeb389b9205dfe7829a1f232980121ac23');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (15, '019cae6b660075f9bac7912eaa519f9a', 4, 2, 639080496000000000, 'return-invoice-recorded', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"data":{"number":"R-1","value":10000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":3},{"itemIndex":1,"quantity":2}]}}', 'reason=766a9b54b722755b18f0d0ff4001e54edd0a862fa27b3c19712bd278ef57f23f', '\x33565f2631a5263ce73264eb93edf8fd073fc8e787072941a983dcacbaec76da');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (16, '019cae6b660072cca4e66039005044af', 4, 3, 639080496000000000, 'money-owed', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', '\x6c7c1d0b389be9073f3bcb687026dbe2d186cb774c637f68758e98281e8bf546');
DELETE FROM "HistoryTexts";
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007200912ed9065be33c89', 'comment', 1, '\x6b7c2292a1b9159a8b6326aa2768fbca', 'a comment');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660075f9bac7912eaa519f9a', 'reason', 4, '\x7a4adbadd9df209fe956ee119a55d685', 'came back');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660078f6bf1e093f1bcfc405', 'reason', 3, '\xa304ab074d4d07065e2f81a88e369a43', 'not there');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007a59a696ca8ab600fbb4', 'reason', 1, '\x0fcf9491b9fd7cfea0dc0d8254c2f118', 'sold out');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007ab6881f4a1fea1a7407', 'reason', 2, '\xd14561c5c2977a01ced7a1f25ef7b026', 'changed my mind');
DELETE FROM "InvoiceItems";
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (2, 0, 1);
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (3, 0, 3);
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (3, 1, 2);
DELETE FROM "Invoices";
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (1, 4, 0, 'F-1', 10000, 639080460000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (2, 3, 0, 'I-1', 2000, 639080496000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (3, 4, 1, 'R-1', 10000, 639080496000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
DELETE FROM "KeptAnswers";
DELETE FROM "OrderDocuments";
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (1, '\x030c807b226f726465724964223a2263616e63656c65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (2, '\x831b807b226f726465724964223a227265717565737465642d3031222c226974656d73223a5b7b226964223a22736b752d6c6973746564227d5d7d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (3, '\x030b807b226f726465724964223a22706172746c792d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (4, '\x030c807b226f726465724964223a2272657475726e65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (5, '\x030f807b226f726465724964223a2263616e63656c65642d74686572652d3031227d03');
DELETE FROM "OrderItems";
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (1, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (1, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (2, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (2, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (3, 0, 'sku-1', 'Shirt', 3, 1, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (3, 1, 'sku-2', 'Shoes', 2, 0, 1, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (4, 0, 'sku-1', 'Shirt', 3, 3, 0, 3, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (4, 1, 'sku-2', 'Shoes', 2, 2, 0, 2, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (5, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (5, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
DELETE FROM "OrderSearch";
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (1, 'canceled-01
5cancel
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (2, 'requested-01
5reques
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (3, 'partly-01
5partly
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (4, 'returned-01
5return
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (5, 'canceled-there-01
5cancel
jose da silva
jose@example.com
12345678900
');
DELETE FROM "OrderTerms";
INSERT INTO "OrderTerms" ("Kind", "Value", "CreatedAt", "OrderKey") VALUES (1, 'sku-listed', 639080460000000000, 2);
DELETE FROM "Orders";
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (1, 'canceled-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, TRUE, TRUE, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 'Ana', 'user:ana', 639080496000000000, NULL, NULL, '019cae6b66007a59a696ca8ab600fbb4', '\x56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662', 4, 9, 5, '\x0ca9343ff63a973a789c1c7ec96df7a9ec7a11b0447690486565ef7f49641800', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (2, 'requested-01', '5reques', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'cancellation-requested', 'ready-for-handling', 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, TRUE, TRUE, 0, 0, 0, 0, NULL, 639106416000000000, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b', 2, 10, 2, '\xbf350e549f5cf454fe25fe9a9876e12fce2ca14e4852cbe3ba367a1e59cac7f3', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (3, 'partly-01', '5partly', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'handling', NULL, 8000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, FALSE, TRUE, 1, 2000, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xacc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60', 5, 14, 5, '\xce91c76b45dd7ba3ded4e0da071ff3aeb389b9205dfe7829a1f232980121ac23', NULL, NULL, '', '', FALSE, '', 4, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (4, 'returned-01', '5return', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'invoiced', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, 639080496000000000, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, FALSE, TRUE, 1, 10000, 1, 10000, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xaa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132', 3, 16, 3, '\x6c7c1d0b389be9073f3bcb687026dbe2d186cb774c637f68758e98281e8bf546', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (5, 'canceled-there-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080460000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, FALSE, FALSE, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, '', 'user:ana', 639080495400000000, NULL, NULL, '019cae6b660077b487453b63e96ec395', '\x515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7', 1, 5, 1, '\x39248e016e4561562285cfdb156b891d8f2e149411a4d8a06973320b8ac6f1bf', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
DELETE FROM "Payments";
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (1, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 10000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (2, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 1, 10000, 0, 0, 0, NULL);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (3, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 2000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (4, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 10000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (5, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 0, 10000, 0, 0, 0, NULL);
DELETE FROM "Positions";
INSERT INTO "Positions" ("Id", "Last") VALUES (1, 16);
DELETE FROM "Reservations";
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (1, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 3, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (1, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 2, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (2, 'r-north', 0, 0, 'north', 'sku-1', 1, 3, 0, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (2, 'r-south', 1, 1, 'south', 'sku-2', 1, 2, 0, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (3, 'r-north', 0, 0, 'north', 'sku-1', 2, 3, 0, 1, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (3, 'r-south', 1, 1, 'south', 'sku-2', 2, 2, 1, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (4, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 0, 3, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (4, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 0, 2, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (5, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 3, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (5, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 2, 0, NULL);
DELETE FROM "Restores";
DELETE FROM "Seals";
INSERT INTO "Seals" ("Number", "FirstPosition", "LastPosition", "SealedAt", "Hash") VALUES (1, 1, 16, 639080496000000000, '\xf792f5d499c8937cdd006b1631702e920b424e6f1d05b890ea684755d4fa2704');
DELETE FROM "Settings";
INSERT INTO "Settings" ("Name", "Value") VALUES ('policy', '{}');
DELETE FROM "Views";
SELECT setval(pg_get_serial_sequence('"AspNetRoleClaims"', 'Id'), COALESCE((SELECT MAX("Id") FROM "AspNetRoleClaims"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"AspNetUserClaims"', 'Id'), COALESCE((SELECT MAX("Id") FROM "AspNetUserClaims"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"CancellationReasonLabels"', 'Id'), COALESCE((SELECT MAX("Id") FROM "CancellationReasonLabels"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"CancellationReasons"', 'Id'), COALESCE((SELECT MAX("Id") FROM "CancellationReasons"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"Deliveries"', 'Id'), COALESCE((SELECT MAX("Id") FROM "Deliveries"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"Invoices"', 'Id'), COALESCE((SELECT MAX("Id") FROM "Invoices"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"Orders"', 'Key'), COALESCE((SELECT MAX("Key") FROM "Orders"), 0) + 1, false);
