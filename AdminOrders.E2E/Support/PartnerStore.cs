namespace AdminOrders.E2E.Support;

/// <summary>A server that calls an external seller and a marketplace, both on this machine.</summary>
public sealed class PartnerStore : Store
{
    private SamplePartner? partner;

    internal SamplePartner Partner => partner ?? throw new InvalidOperationException("The store has not been opened.");

    public override async Task DisposeAsync()
    {
        await Installation.Server!.DisposeAsync();
        await Partner.DisposeAsync();
    }

    private protected override async Task<Installation> OpenAsync()
    {
        partner = await SamplePartner.StartAsync();
        return await Support.Installation.StartAsync(StorePlace.NewFile().WithPartners(partner.Address));
    }
}
