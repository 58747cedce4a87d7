using AdminOrders.E2E.Journeys;
using AdminOrders.Tests.Support;

[assembly: TestCollectionOrderer("AdminOrders.E2E.Support.JourneyOrder", "AdminOrders.E2E")]

namespace AdminOrders.E2E.Support;

public sealed class JourneyOrder()
    : LongestFirst(OwnStore.Name, typeof(LooksOnAPhone).FullName!, typeof(LooksOnADesk).FullName!, typeof(RefusedForms).FullName!, typeof(CanceledOnAmazon).FullName!);
